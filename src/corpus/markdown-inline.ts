import createParser, { type MarkdownIt, type Token } from 'markdown-it';

import { linkSuffix } from './link-suffix.ts';
import type { Piece } from './source-pieces.ts';

/** Where each inline token begins in its block's source; markdown-it itself keeps lines of blocks only. */
const offsets = new WeakMap<Token, number>();

/** CommonMark with tables. Raw HTML is kept apart as tokens; addresses stay as their author wrote them. */
export const markdown = createMarkdown();

function createMarkdown(): MarkdownIt {
  const parser = createParser({ html: true });
  parser.normalizeLink = (url) => url;
  parser.normalizeLinkText = (url) => url;
  const State = parser.inline.State;
  parser.inline.State = class extends State {
    override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
      const token = super.push(type, tag, nesting);
      offsets.set(token, this.pos);
      return token;
    }
    override pushPending(): Token {
      const token = super.pushPending();
      offsets.set(token, this.pos);
      return token;
    }
  };
  return parser;
}

/**
 * What a reader sees of an `inline` token, whose source begins on `line`: no mark-up, a soft line break as a space, a
 * hard one as `\n`, an image as its alternative text, and a link with its address after it.
 */
export function renderInline(token: Token, line: number): readonly Piece[] {
  return renderTokens(token.children ?? [], { source: token.content, base: 0, line });
}

/** The source of a block, the place of its tokens in it, and the file's line on which it begins. */
interface InlineSource {
  readonly source: string;
  readonly base: number;
  readonly line: number;
}

function renderTokens(tokens: readonly Token[], at: InlineSource): Piece[] {
  const pieces: Piece[] = [];
  const openLinks: { readonly url: string; readonly firstPiece: number }[] = [];
  const lineAt = countLines(at);
  for (const token of tokens) {
    const offset = at.base + (offsets.get(token) ?? 0);
    const line = lineAt(offset);
    if (token.type === 'link_open') {
      openLinks.push({ url: String(token.attrGet('href') ?? ''), firstPiece: pieces.length });
    } else if (token.type === 'link_close') {
      const link = openLinks.pop();
      const label = pieces.slice(link?.firstPiece).map((piece) => piece.text);
      pieces.push({ text: linkSuffix(label.join(''), link?.url ?? ''), line });
    } else {
      for (const piece of renderToken(token, offset, line, at)) pieces.push(piece);
    }
  }
  return pieces;
}

function renderToken(token: Token, offset: number, line: number, at: InlineSource): readonly Piece[] {
  switch (token.type) {
    case 'softbreak':
      return [{ text: ' ', line }];
    case 'hardbreak':
      return [{ text: '\n', line }];
    case 'code_inline':
      return renderCode(token, offset, line, at);
    case 'image':
      return renderTokens(token.children ?? [], { ...at, base: offset + '!['.length });
    case 'html_inline':
      return /^<br\b/iu.test(token.content) ? [{ text: '\n', line }] : [];
    default:
      return [{ text: token.content, line }];
  }
}

/** Code between backticks may run over a line end, which markdown-it turns into a space. */
function renderCode(token: Token, offset: number, line: number, at: InlineSource): readonly Piece[] {
  const start = offset + token.markup.length;
  const raw = at.source.slice(start, at.source.indexOf(token.markup, start));
  if (!raw.includes('\n')) return [{ text: token.content, line }];
  return raw
    .split('\n')
    .map((text, index) => ({ text: index === 0 ? text : ` ${text}`, line: line + index }));
}

/** Lines by offset, for offsets that are asked in ascending order: each character is looked at once. */
function countLines({ source, line: firstLine }: InlineSource): (offset: number) => number {
  let line = firstLine;
  let next = source.indexOf('\n');
  return (offset) => {
    while (next !== -1 && next < offset) {
      line += 1;
      next = source.indexOf('\n', next + 1);
    }
    return line;
  };
}
