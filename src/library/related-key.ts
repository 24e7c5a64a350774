/**
 * Names a question in a button: 16 hexadecimal characters, a 64-bit FNV-1a hash of its UTF-16 code units. It stays
 * the same over restarts, and two questions of one knowledge base never share it in practice.
 */
export function relatedKey(question: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let i = 0; i < question.length; i += 1) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(question.charCodeAt(i))) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, '0');
}
