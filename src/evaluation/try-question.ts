import type { Answer } from '../answer/answer.ts';
import { answerQuestion, rankPassages } from '../answer/answer-question.ts';
import { chooseSentence } from '../answer/choose-sentence.ts';
import { numbersFor, type Numbers } from '../search/fitted.ts';
import type { Hit } from '../search/hit.ts';
import type { SearchIndex } from '../search/search-index.ts';

import { meets, passageMeets, type Expectation, type LabelledQuestion } from './question-set.ts';

/** One question asked, and how the outcome compares with what was expected. */
export interface Trial {
  readonly labelled: LabelledQuestion;
  readonly answer: Answer;
  /** Place of the first passage that meets the expectation, from 0; null when none does or none is expected. */
  readonly place: number | null;
  /** Whether the answer sentence of the first passage holds the expected text; null when no text is expected. */
  readonly isSentenceRight: boolean | null;
  /** Whether the first snippet, or any, meets the expectation. */
  readonly isFirstRight: boolean;
  readonly isAnyRight: boolean;
  readonly tookMs: number;
}

/** Ranked passages that are looked through for the right one. */
const rankedPassages = 40;

/**
 * Asks one question.
 * @param now Milliseconds on a clock that only goes forward.
 */
export function tryQuestion(labelled: LabelledQuestion, index: SearchIndex, now: () => number): Trial {
  const from = now();
  const answer = answerQuestion(labelled.question, index);
  const tookMs = now() - from;
  const { expect } = labelled;
  if (expect === null) {
    return {
      labelled,
      answer,
      place: null,
      isSentenceRight: null,
      isFirstRight: false,
      isAnyRight: false,
      tookMs,
    };
  }
  const hits = rankPassages(labelled.question, index, rankedPassages);
  const place = hits.findIndex(({ passage }) => passageMeets(passage, expect));
  const shown = answer.outcome === 'unanswered' ? [] : answer.snippets;
  const right = shown.map(({ text, entry, citation: { path } }) => meets({ text, entry, path }, expect));
  return {
    labelled,
    answer,
    place: place < 0 ? null : place,
    isSentenceRight: isSentenceRight(
      hits[0],
      expect,
      numbersFor(index.fitted, index.parse(labelled.question)),
    ),
    isFirstRight: right[0] === true,
    isAnyRight: right.includes(true),
    tookMs,
  };
}

function isSentenceRight(hit: Hit | undefined, { text }: Expectation, numbers: Numbers): boolean | null {
  if (text === undefined) return null;
  const chosen = hit === undefined ? null : chooseSentence(hit, numbers);
  const sentence = chosen === null ? undefined : hit?.evidence.sentences[chosen]?.sentence;
  if (hit === undefined || sentence === undefined) return false;
  const words = hit.passage.text.slice(sentence.start, sentence.end);
  return text.some((part) => words.includes(part));
}
