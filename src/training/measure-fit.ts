import { areaUnderRoc, share } from '../evaluation/statistics.ts';
import { forKind, forSize, type Numbers } from '../search/fitted.ts';

import { isFirstRight, rate, rerank } from './fit-numbers.ts';
import type { TrainingCase } from './training-case.ts';

/** How fitted numbers do on cases, as shares from 0 to 1; keys are the names of the unanswerable sets. */
export interface FitFigures {
  readonly answerable: number;
  readonly hitAt1: number;
  readonly hitAt3: number;
  readonly answered: number;
  readonly auroc: Readonly<Record<string, number>>;
  readonly falselyAnswered: Readonly<Record<string, number>>;
  readonly shown: Readonly<Record<string, number>>;
}

/** Figures for each family of cases. */
export function measureFit(
  cases: readonly TrainingCase[],
  numbers: Numbers,
): Readonly<Record<string, FitFigures>> {
  const rated = cases.map((one) => rateCase(one, numbers));
  const families = [...new Set(rated.map(({ one }) => one.family))];
  return Object.fromEntries(
    families.map((family) => [family, figuresOf(rated.filter(({ one }) => one.family === family))]),
  );
}

interface RatedCase {
  readonly one: TrainingCase;
  readonly confidence: number;
  readonly outcome: 'answered' | 'suggested' | 'unanswered';
}

function rateCase(one: TrainingCase, { sentence, rank, confidence, thresholds }: Numbers): RatedCase {
  const ranked = rerank(one, forSize(rank, one.passages));
  const [first] = ranked.hits;
  if (first === undefined) return { one: ranked, confidence: 0, outcome: 'unanswered' };
  const model = forKind(forSize(confidence, one.passages), first.passage);
  const { answered, suggested } = forKind(forSize(thresholds, one.passages), first.passage);
  const rating = rate(ranked, sentence, model);
  const outcome = rating >= answered ? 'answered' : rating >= suggested ? 'suggested' : 'unanswered';
  return { one: ranked, confidence: rating, outcome };
}

function figuresOf(rated: readonly RatedCase[]): FitFigures {
  const answerable = rated.filter(({ one }) => one.set === 'answerable');
  const sets = [...new Set(rated.map(({ one }) => one.set))].filter((set) => set !== 'answerable');
  const bySet = (measure: (those: readonly RatedCase[]) => number): Readonly<Record<string, number>> =>
    Object.fromEntries(sets.map((set) => [set, round(measure(rated.filter(({ one }) => one.set === set)))]));
  return {
    answerable: answerable.length,
    hitAt1: round(share(answerable, ({ one }) => isFirstRight(one))),
    hitAt3: round(share(answerable, ({ one }) => one.hits.slice(0, 3).some(one.isRight))),
    answered: round(share(answerable, ({ outcome }) => outcome === 'answered')),
    auroc: bySet((those) =>
      areaUnderRoc(
        answerable.map(({ confidence }) => confidence),
        those.map(({ confidence }) => confidence),
      ),
    ),
    falselyAnswered: bySet((those) => share(those, ({ outcome }) => outcome === 'answered')),
    shown: bySet((those) => share(those, ({ outcome }) => outcome !== 'unanswered')),
  };
}

function round(value: number): number {
  return Math.round(value * 1e3) / 1e3;
}
