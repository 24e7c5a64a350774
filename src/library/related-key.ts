const offsetBasis = 0xcbf29ce484222325n;
const prime = 0x100000001b3n;

/**
 * A short name for a question, a heading or an id, for buttons that have no room for the whole: 16 hexadecimal
 * characters, the 64-bit FNV-1a hash of its UTF-8 bytes (http://www.isthe.com/chongo/tech/comp/fnv).
 */
export function relatedKey(text: string): string {
  let hash = offsetBasis;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * prime);
  return hash.toString(16).padStart(16, '0');
}
