import type { Numbers } from '../search/fitted.ts';
import type { Hit } from '../search/hit.ts';
import type { Sentence } from '../search/passage-terms.ts';

import { saysTheSame } from './same-statement.ts';
import type { Snippet } from './answer.ts';
import { chooseSentence } from './choose-sentence.ts';
import { cutSnippet } from './cut-snippet.ts';

/** The first of these hits and those after it that say something else, each as a snippet. */
export function chooseSnippets(
  hits: readonly Hit[],
  limit: number,
  numbers: Pick<Numbers, 'sentence'>,
): readonly Snippet[] {
  const chosen: { readonly snippet: Snippet; readonly sentence: Sentence }[] = [];
  for (const hit of hits) {
    const sentences = hit.evidence.sentences;
    const at = chooseSentence(hit, numbers);
    const sentence = at === null ? undefined : sentences[at]?.sentence;
    if (at === null || sentence === undefined) continue;
    if (chosen.some((other) => saysTheSame(other.sentence, sentence))) continue;
    const ranges = sentences.map(({ sentence }) => sentence);
    chosen.push({ snippet: cutSnippet(hit.passage, ranges, at), sentence });
    if (chosen.length === limit) break;
  }
  return chosen.map(({ snippet }) => snippet);
}
