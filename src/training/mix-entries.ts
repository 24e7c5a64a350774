import { passageMeets } from '../evaluation/question-set.ts';

import type { LabelledKnowledge } from './training-case.ts';

/**
 * Knowledge in which articles and FAQ entries stand side by side, as in an article with an FAQ at its end: every second
 * passage becomes the answer of an entry that asks one of its questions; the others are asked as before.
 */
export function mixEntries({ passages, questions }: LabelledKnowledge): LabelledKnowledge {
  const used = new Set<number>();
  const mixed = passages.map((passage, place) => {
    if (place % 2 === 0) return passage;
    const asks = questions.findIndex(
      ({ expect }, i) => !used.has(i) && expect !== null && passageMeets(passage, expect),
    );
    const question = questions[asks]?.question;
    if (question === undefined) return passage;
    used.add(asks);
    return { ...passage, question };
  });
  return { passages: mixed, questions: questions.filter((_, i) => !used.has(i)) };
}
