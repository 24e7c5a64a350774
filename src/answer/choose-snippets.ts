import type { Fitted } from '../search/fitted.ts';
import type { Hit } from '../search/hit.ts';

import type { Snippet } from './answer.ts';
import { chooseSentence } from './choose-sentence.ts';
import { cutSnippet } from './cut-snippet.ts';

/** Two answer sentences that share this part of their terms say the same. */
const sameShare = 0.6;

/** The first of these hits and those after it that say something else, each as a snippet. */
export function chooseSnippets(hits: readonly Hit[], limit: number, fitted: Fitted): readonly Snippet[] {
  const chosen: { readonly snippet: Snippet; readonly terms: ReadonlySet<number> }[] = [];
  for (const hit of hits) {
    const sentences = hit.evidence.sentences;
    const at = chooseSentence(hit, fitted);
    if (at === null) continue;
    const terms = new Set(sentences[at]?.sentence.ids);
    if (chosen.some((other) => sharedPart(other.terms, terms) >= sameShare)) continue;
    const ranges = sentences.map(({ sentence }) => sentence);
    chosen.push({ snippet: cutSnippet(hit.passage, ranges, at), terms });
    if (chosen.length === limit) break;
  }
  return chosen.map(({ snippet }) => snippet);
}

/** Share of the smaller set that the other one has too. */
function sharedPart(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  const shared = [...small].filter((term) => large.has(term)).length;
  return small.size === 0 ? 1 : shared / small.size;
}
