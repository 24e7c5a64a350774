import { hasFlag, termId, type Sentence } from '../search/passage-terms.ts';
import { termFlags } from '../search/phrase-reader.ts';

/** Two sentences that share this part of their terms say the same. */
const sameShare = 0.6;

/** Whether two sentences say the same: the shorter one's terms that carry meaning mostly stand in the other. */
export function saysTheSame(a: Sentence, b: Sentence): boolean {
  const [small, large] = [contentOf(a), contentOf(b)].sort((one, other) => one.size - other.size);
  if (small === undefined || large === undefined || small.size === 0) return false;
  return [...small].filter((term) => large.has(term)).length >= sameShare * small.size;
}

function contentOf({ terms, from, to }: Sentence): ReadonlySet<number> {
  const content = new Set<number>();
  for (let place = from; place < to; place += 1) {
    const packed = terms[place] ?? 0;
    if (!hasFlag(packed, termFlags.stopWord)) content.add(termId(packed));
  }
  return content;
}
