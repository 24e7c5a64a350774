import { createAnswerIndex } from '../answer/create-answer-index.ts';
import { parseCorpus } from '../corpus/parse-corpus.ts';
import type { SourceFile } from '../corpus/document.ts';
import { cutPassages } from '../passages/cut-passages.ts';
import type { SearchIndex } from '../search/search-index.ts';
import type { Step } from '../search/steps.ts';
import type { Meaning } from '../text/meaning.ts';

import { corruptWords } from './corrupt-words.ts';
import type { LabelledQuestion } from './question-set.ts';
import { createRandom } from './random.ts';
import { addAliases, takeAliases } from './take-aliases.ts';

/** How the questions of a set are asked. */
export interface TrialOptions {
  readonly meaning: Meaning | null;
  readonly without: ReadonlySet<Step>;
  /** Seed of the slips to put into the questions; null for none. */
  readonly typosSeed: number | null;
  /** Paraphrases of each FAQ entry that become its other phrasings. */
  readonly aliases: number;
}

/** The index to ask and the questions to ask it. */
export function prepareTrial(
  files: readonly SourceFile[],
  questions: readonly LabelledQuestion[],
  { meaning, without, typosSeed, aliases }: TrialOptions,
): { readonly index: SearchIndex; readonly questions: readonly LabelledQuestion[] } {
  const taken = takeAliases(questions, aliases);
  const documents = addAliases(parseCorpus(files).documents, taken.aliases);
  return {
    index: createAnswerIndex(cutPassages(documents), { meaning, without }),
    questions: typosSeed === null ? taken.rest : corruptQuestions(taken.rest, typosSeed),
  };
}

function corruptQuestions(questions: readonly LabelledQuestion[], seed: number): readonly LabelledQuestion[] {
  const random = createRandom(seed);
  return questions.map((labelled) => ({ ...labelled, question: corruptWords(labelled.question, random) }));
}
