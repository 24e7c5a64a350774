/** Letters that Unicode does not decompose, as readers without them on their keyboard type them. */
const unfoldable: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ı', 'i'],
]);

/**
 * One spelling for all spellings of a word: compatibility forms resolved, Latin, Greek and Cyrillic accents removed,
 * format characters (zero-width, soft hyphen) dropped, lower case. Marks of other scripts are letters and stay.
 */
export function foldWord(word: string): string {
  if (/^[a-z0-9]*$/u.test(word)) return word;
  return word
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\p{Cf}]/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ßæœøłđı]/gu, (letter) => unfoldable.get(letter) ?? letter);
}
