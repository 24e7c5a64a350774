/** The words of a list that is written with white space between them. */
export function readWordList(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/u));
}
