const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The largest offset of at most `offset` that does not stand inside a character as a reader sees it. */
export function graphemeEnd(text: string, offset: number): number {
  if (offset >= text.length) return text.length;
  return graphemes.segment(text).containing(offset)?.index ?? 0;
}

/** `text` when it has at most `length` code units, else its beginning with "…", cut between characters. */
export function cutText(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, graphemeEnd(text, length - 1)).trimEnd()}…`;
}
