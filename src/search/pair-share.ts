import { termId, type PassageTerms } from './passage-terms.ts';
import type { QuestionMeasure } from './question-measure.ts';

/** Words between the same words in a sentence as are neighbours in the question that still count as a pair. */
const widestSentenceGap = 4;

/**
 * Share of the neighbours in the question that stand together in a phrase, given by its number.
 * @param present Content terms that the phrase has, as bits by position.
 */
export function pairShare(
  passages: PassageTerms,
  phrase: number,
  present: number,
  { neighbours, match }: QuestionMeasure,
): number {
  // Most phrases have one term of the question or none.
  if ((present & (present - 1)) === 0) return 0;
  let all = 0;
  let found = 0;
  for (const { position, weight } of neighbours) {
    all += weight;
    const areThere = ((present >> position) & 3) === 3;
    if (areThere && standTogether(passages, phrase, position, match)) found += weight;
  }
  return all === 0 ? 0 : found / all;
}

/** Whether a content term of the question stands close to the next one. */
function standTogether(
  { terms, phraseStarts }: PassageTerms,
  phrase: number,
  position: number,
  match: QuestionMeasure['match'],
): boolean {
  let last = -Infinity;
  let lastNext = -Infinity;
  for (let place = phraseStarts[phrase] ?? 0; place < (phraseStarts[phrase + 1] ?? 0); place += 1) {
    const found = match.positionOf(termId(terms[place] ?? 0));
    if (found === position) last = place;
    else if (found === position + 1) lastNext = place;
    else continue;
    if (Math.abs(last - lastNext) <= widestSentenceGap) return true;
  }
  return false;
}
