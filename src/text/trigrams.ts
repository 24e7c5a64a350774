/** The character trigrams of a word with its start and end marked (`^ai`, `air`, …) as sorted numbers. */
export function trigramsOf(word: string): Int32Array {
  const marked = `^${word}$`;
  const trigrams = new Int32Array(Math.max(marked.length - 2, 0));
  for (let i = 0; i < trigrams.length; i += 1) {
    // 10 bits a character keep Latin letters apart; a rare clash of other scripts only raises a likeness a little.
    trigrams[i] = (marked.charCodeAt(i) << 20) ^ (marked.charCodeAt(i + 1) << 10) ^ marked.charCodeAt(i + 2);
  }
  return trigrams.sort();
}

/** Cosine of two lists of trigrams: 1 for the same word, 0 when they share none. */
export function trigramSimilarity(a: Int32Array, b: Int32Array): number {
  let shared = 0;
  let i = 0;
  let k = 0;
  while (i < a.length && k < b.length) {
    const difference = (a[i] ?? 0) - (b[k] ?? 0);
    if (difference === 0) shared += 1;
    if (difference <= 0) i += 1;
    if (difference >= 0) k += 1;
  }
  return shared === 0 ? 0 : shared / Math.sqrt(a.length * b.length);
}
