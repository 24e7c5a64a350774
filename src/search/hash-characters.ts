/**
 * A hash of the characters at a place of a text, of 32 bits: FNV-1a of whole characters (Fowler, Noll and Vo, RFC 9923). Its
 * high bits are mixed into the low ones, which choose a slot.
 */
export function hashCharacters(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}
