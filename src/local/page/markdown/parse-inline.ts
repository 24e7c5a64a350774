import type { Inline, InlineStyle, MentionTarget } from './syntax.ts';

/** One kind of inline piece: how it looks, matched where the reading stands, and what it becomes. */
interface Rule {
  readonly pattern: RegExp;
  make(match: RegExpExecArray): Inline;
}

const styled = (style: InlineStyle, pattern: RegExp): Rule => ({
  pattern,
  make: (match) => ({ kind: 'styled', style, inline: parseInline(match[1] ?? '') }),
});

const mention = (target: MentionTarget, pattern: RegExp): Rule => ({
  pattern,
  make: (match) => ({ kind: 'mention', target, id: match[1] ?? '' }),
});

const plainLink = (pattern: RegExp): Rule => ({
  pattern,
  make: (match) => {
    const url = match[1] ?? '';
    return { kind: 'link', url, inline: [{ kind: 'text', text: url }] };
  },
});

/** The first rule that fits wins, so the longer mark stands before the shorter one. */
const rules: readonly Rule[] = [
  { pattern: /\\([^0-9A-Za-z\s])/uy, make: (match) => ({ kind: 'text', text: match[1] ?? '' }) },
  {
    pattern: /(`+)([^]*?[^`])\1(?!`)/uy,
    make: (match) => ({ kind: 'code', code: (match[2] ?? '').replace(/^ (.*`.*) $/u, '$1') }),
  },
  mention('user', /<@!?(\d+)>/uy),
  mention('role', /<@&(\d+)>/uy),
  mention('channel', /<#(\d+)>/uy),
  mention('everyone', /@(everyone|here)\b/uy),
  { pattern: /<\/([^:>]+):\d+>/uy, make: (match) => ({ kind: 'command', name: match[1] ?? '' }) },
  {
    pattern: /<t:(-?\d{1,13})(?::([tTdDfFR]))?>/uy,
    make: (match) => ({ kind: 'timestamp', atMs: Number(match[1]) * 1000, style: match[2] ?? 'f' }),
  },
  { pattern: /<a?:(\w+):\d+>/uy, make: (match) => ({ kind: 'emoji', name: match[1] ?? '' }) },
  plainLink(/<(https?:\/\/[^\s>]+)>/uy),
  {
    pattern:
      /\[((?:\\.|\[[^\]\n]*\]|[^[\]\\])+)\]\(\s*<?(https?:\/\/(?:[^\s()<>]|\([^\s()<>]*\))+)>?(?:\s+"[^"]*")?\s*\)/uy,
    make: (match) => ({ kind: 'link', url: match[2] ?? '', inline: parseInline(match[1] ?? '') }),
  },
  plainLink(/(https?:\/\/[^\s<]+[^\s<.,:;"'\])])/uy),
  styled('spoiler', /\|\|([^]+?)\|\|/uy),
  styled('bold', /\*\*((?:\\[^]|[^\\])+?)\*\*(?!\*)/uy),
  styled('underline', /__((?:\\[^]|[^\\])+?)__(?!_)/uy),
  styled('italic', /\*(?=\S)((?:\\[^]|\*\*[^]+?\*\*|[^*\\])+?)(?<=\S)\*(?!\*)/uy),
  styled('italic', /_((?:\\[^]|__[^]+?__|[^_\\])+?)_(?![A-Za-z0-9_])/uy),
  styled('strike', /~~([^]+?)~~/uy),
];

/** Reads the inline Markdown of a paragraph; line breaks stay in the text. What no rule fits is text as it stands. */
export function parseInline(source: string): readonly Inline[] {
  const pieces: Inline[] = [];
  let plain = '';
  let position = 0;
  while (position < source.length) {
    const found = ruleAt(source, position);
    if (found === null) {
      plain += source[position] ?? '';
      position += 1;
      continue;
    }
    if (found.piece.kind === 'text') {
      plain += found.piece.text;
    } else {
      if (plain !== '') pieces.push({ kind: 'text', text: plain });
      plain = '';
      pieces.push(found.piece);
    }
    position = found.end;
  }
  if (plain !== '') pieces.push({ kind: 'text', text: plain });
  return pieces;
}

function ruleAt(source: string, position: number): { readonly piece: Inline; readonly end: number } | null {
  if (!'\\`<@[h|*_~'.includes(source[position] ?? '')) return null;
  for (const rule of rules) {
    rule.pattern.lastIndex = position;
    const match = rule.pattern.exec(source);
    // A rule that reads what it holds moves `lastIndex` of the shared pattern, so the end is computed from the match.
    if (match !== null) return { piece: rule.make(match), end: position + match[0].length };
  }
  return null;
}
