/** The character trigrams of a word with its start and end marked (`^ai`, `air`, …) as sorted numbers. */
export function trigramsOf(word: string): Int32Array {
  const trigrams = new Int32Array(word.length);
  forEachTrigram(word, (trigram, place) => {
    trigrams[place] = trigram;
  });
  return trigrams.sort();
}

/** Tells every trigram of a word with its place, from 0 on; a word of n letters has n. */
export function forEachTrigram(word: string, tell: (trigram: number, place: number) => void): void {
  const start = '^'.charCodeAt(0);
  const end = '$'.charCodeAt(0);
  let before = start;
  let middle = word.length > 0 ? word.charCodeAt(0) : end;
  for (let i = 1; i <= word.length; i += 1) {
    const after = i < word.length ? word.charCodeAt(i) : end;
    // 10 bits a character keep Latin letters apart; a rare clash of other scripts only raises a likeness a little.
    tell((before << 20) ^ (middle << 10) ^ after, i - 1);
    before = middle;
    middle = after;
  }
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
