import { LRUCache } from 'lru-cache';

import type { Answer } from '../answer/answer.ts';
import { answerQuestion } from '../answer/answer-question.ts';
import { atCaution, type Caution } from '../answer/caution.ts';

import type { RepeatedQuestions } from './library.ts';
import { remember } from './remember.ts';
import type { Snapshot } from './snapshot.ts';

/** Answers questions, those that were asked lately out of memory. */
export interface AnswerMemory {
  /**
   * @param snapshot What the one who asks may be answered from.
   * @param common The common snapshot that serves now, of which that one is or which it extends.
   */
  answer(question: string, caution: Caution, snapshot: Snapshot, common: Snapshot): Answer;
  /** How many were asked since this common snapshot serves, and how many of them were answered out of memory. */
  counts(common: Snapshot): RepeatedQuestions;
}

/** Answers of a few KiB each: a community asks some questions again and again, and the rest only once. */
const mostRemembered = 500;

/**
 * Remembers nothing yet. An answer depends on nothing but the question, the caution and the snapshot, and a snapshot never
 * changes: after an edit, after a refresh, and for a reader who may read something else there is another one.
 */
export function rememberAnswers(): AnswerMemory {
  const answers = new LRUCache<string, Answer>({ max: mostRemembered });
  let snapshots = 0;
  const numberOf = remember<Snapshot, number>(() => (snapshots += 1));
  const countsOf = remember<Snapshot, { asked: number; remembered: number }>(() => ({
    asked: 0,
    remembered: 0,
  }));
  return {
    answer(question, caution, snapshot, common) {
      const asked = question.normalize('NFC').trim();
      const key = `${numberOf(snapshot)} ${caution} ${asked}`;
      const known = answers.get(key);
      const counts = countsOf(common);
      counts.asked += 1;
      if (known !== undefined) counts.remembered += 1;
      const answer = known ?? answerQuestion(asked, atCaution(snapshot.index, caution));
      answers.set(key, answer);
      return answer;
    },
    counts: (common) => ({ ...countsOf(common) }),
  };
}
