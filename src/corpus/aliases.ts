import type { Block } from './document.ts';
import { joinPieces, piecesOf } from './source-pieces.ts';

/**
 * The phrasings in one line of aliases: separated by `|`, else by `;`, else each ends in "?", else by commas. Each
 * phrasing once, in the order given.
 */
export function splitAliases(line: string): readonly string[] {
  return uniqueTexts(line.split(separatorOf(line)));
}

function separatorOf(line: string): string | RegExp {
  if (line.includes('|')) return '|';
  if (line.includes(';')) return ';';
  return /[?？]/u.test(line) ? /(?<=[?？])/u : ',';
}

/** Texts without quotes and commas around them; empty ones and repeats (in any case) are left out. */
export function uniqueTexts(texts: readonly string[]): readonly string[] {
  const seen = new Map<string, string>();
  for (const text of texts) {
    const bare = text.replace(/^[\s,"“”«»]+|[\s,"“”«»]+$/gu, '');
    if (bare !== '' && !seen.has(bare.toLowerCase())) seen.set(bare.toLowerCase(), bare);
  }
  return [...seen.values()];
}

/** An answer, and the aliases that its author wrote above it. */
interface AliasedAnswer {
  readonly aliases: readonly string[];
  readonly answer: readonly Block[];
}

/**
 * Takes the aliases off the head of an FAQ entry's body: lines `aliases: …` or `alias: …`, or the line `aliases:` and a
 * list. The rest is the answer.
 */
export function takeAliases(body: readonly Block[]): AliasedAnswer {
  const aliases: string[][] = [];
  let next = 0;
  for (let head = body[next]; head?.kind === 'paragraph'; head = body[next]) {
    const { found, left } = takeAliasLines(head);
    if (found.length === 0) break;
    aliases.push(found.flatMap(splitAliases));
    next += 1;
    if (left !== null) return { aliases: uniqueTexts(aliases.flat()), answer: [left, ...body.slice(next)] };
    const list = body[next];
    if (found.at(-1) !== '' || list?.kind !== 'list') continue;
    aliases.push(listItems(list.text));
    next += 1;
  }
  return { aliases: uniqueTexts(aliases.flat()), answer: body.slice(next) };
}

/** The leading alias lines of a paragraph without their label, and the paragraph that is left, if any. */
function takeAliasLines(paragraph: Block): {
  readonly found: readonly string[];
  readonly left: Block | null;
} {
  const found: string[] = [];
  const pieces = piecesOf(paragraph);
  for (const piece of pieces) {
    const aliases = /^\s*alias(?:es)?\s*:(.*)$/isu.exec(piece.text)?.[1];
    if (aliases === undefined) break;
    found.push(aliases.trim());
  }
  const left = pieces.slice(found.length);
  return { found, left: left.length === 0 ? null : { kind: 'paragraph', ...joinPieces(left) } };
}

function listItems(list: string): string[] {
  return list.split('\n').map((item) => item.replace(/^\s*(?:[-*+•]|\d+[.)])\s+/u, ''));
}
