import type { LabelledQuestion } from '../evaluation/question-set.ts';
import { takeAliases } from '../evaluation/take-aliases.ts';
import type { SearchIndexOptions } from '../search/search-index.ts';

import { mixEntries } from './mix-entries.ts';
import {
  missingCases,
  smallCases,
  wholeCases,
  type LabelledKnowledge,
  type TrainingCase,
} from './training-case.ts';

/** The labelled questions that numbers are fitted on. */
export interface TrainingSets {
  readonly squad: LabelledKnowledge;
  readonly stack: LabelledKnowledge;
  /** Questions in loose wording on the first passages of single articles of `squad`, by the article's path. */
  readonly loose: ReadonlyMap<string, readonly LabelledQuestion[]>;
}

/** The loose questions were written on so many passages of an article. */
const loosePassages = 15;

/** Questions written to trick are out of reach for what compares words, an area under the ROC curve of 0.6: left out. */
const left = 'adversarial';

/** Asks every question of its knowledge and keeps what was found. */
export function collectCases(
  { squad, stack, loose }: TrainingSets,
  options: SearchIndexOptions,
): readonly TrainingCase[] {
  const whole = wholeCases('squad', squad, options);
  const entries = wholeCases('stack', stack, options);
  const linkedStack = linkQuestions(stack);
  const linked = wholeCases('stack, linked', linkedStack, options);
  const mixed = mixEntries(squad);
  const looseCases = [...loose].flatMap(([path, questions]) =>
    [squad.passages, mixed.passages].flatMap((all, i) => {
      const passages = all.filter((passage) => passage.path === path).slice(0, loosePassages);
      const family = i === 0 ? 'loose' : 'loose, mixed';
      return wholeCases(family, { passages, questions }, options).map((one) => ({ ...one, group: path }));
    }),
  );
  return [
    ...whole.filter(({ set }) => set !== left),
    ...missingCases(whole),
    ...smallCases('small', squad, whole, options),
    ...smallCases('small, mixed', mixed, wholeCases('', mixed, options), options),
    ...looseCases,
    ...entries,
    ...missingCases(entries),
    ...linked,
    ...missingCases(linked),
    ...smallCases('small stack', stack, entries, options),
    ...smallCases('small stack, linked', linkedStack, linked, options),
  ];
}

/** Paraphrases that a moderator has linked to each entry. */
const linkedQuestions = 2;

/** An FAQ whose entries have other phrasings, as it becomes with use. */
function linkQuestions({ passages, questions }: LabelledKnowledge): LabelledKnowledge {
  const { aliases, rest } = takeAliases(questions, linkedQuestions);
  return {
    passages: passages.map((passage) => ({
      ...passage,
      aliases: [...passage.aliases, ...(aliases.get(passage.question ?? '') ?? [])],
    })),
    questions: rest,
  };
}
