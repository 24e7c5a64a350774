import { areaUnderRoc, quantile, share } from './statistics.ts';
import type { Trial } from './try-question.ts';

/** A figure for each set of unanswerable questions. */
export type BySet = Readonly<Record<string, number>>;

/** What `npm run eval -- --json` prints. Shares are from 0 to 1; null where nothing was asked that counts for it. */
export interface Figures {
  readonly questions: number;
  readonly answeredShare: number | null;
  readonly rightShare: number | null;
  readonly shownShare: number | null;
  readonly hitAt1: number | null;
  readonly hitAt3: number | null;
  readonly mrr: number | null;
  readonly sentenceAt1: number | null;
  readonly falselyAnswered: BySet;
  readonly declinedShare: BySet;
  readonly auroc: BySet;
  /** How often the answers of each tenth of confidence were right. */
  readonly reliability: readonly Reliability[];
  /** Mean distance of confidence from how often it was right, over those tenths. */
  readonly calibrationError: number | null;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** Questions of like confidence, and the share of them whose first passage was right. */
export interface Reliability {
  readonly from: number;
  readonly to: number;
  readonly questions: number;
  readonly meanConfidence: number;
  readonly rightShare: number;
}

const tenths = 10;
const unnamedSet = 'unanswerable';

/** The figures of all trials. */
export function summarizeTrials(trials: readonly Trial[]): Figures {
  const answerable = trials.filter(({ labelled }) => labelled.expect !== null);
  const answered = answerable.filter(({ answer }) => answer.outcome === 'answered');
  const withText = answerable.filter(({ isSentenceRight }) => isSentenceRight !== null);
  const sets = groupBySet(trials.filter(({ labelled }) => labelled.expect === null));
  const bySet = (figure: (trials: readonly Trial[]) => number): BySet =>
    Object.fromEntries([...sets].map(([name, group]) => [name, figure(group)]));
  const reliability = tabulateReliability(trials);
  return {
    questions: trials.length,
    answeredShare: orNull(answered.length / answerable.length),
    rightShare: orNull(share(answered, ({ isFirstRight }) => isFirstRight)),
    shownShare: orNull(share(answerable, ({ isAnyRight }) => isAnyRight)),
    hitAt1: orNull(share(answerable, ({ place }) => place === 0)),
    hitAt3: orNull(share(answerable, ({ place }) => place !== null && place < 3)),
    mrr: orNull(mean(answerable.map(({ place }) => (place === null ? 0 : 1 / (place + 1))))),
    sentenceAt1: orNull(share(withText, ({ isSentenceRight }) => isSentenceRight === true)),
    falselyAnswered: bySet((group) => share(group, ({ answer }) => answer.outcome === 'answered')),
    declinedShare: bySet((group) => share(group, ({ answer }) => answer.outcome === 'unanswered')),
    auroc: bySet((group) => areaUnderRoc(answerable.map(confidenceOf), group.map(confidenceOf))),
    reliability,
    calibrationError: orNull(
      reliability.reduce(
        (sum, row) => sum + (row.questions / trials.length) * Math.abs(row.meanConfidence - row.rightShare),
        0,
      ),
    ),
    p50Ms: quantile(
      trials.map(({ tookMs }) => tookMs),
      0.5,
    ),
    p99Ms: quantile(
      trials.map(({ tookMs }) => tookMs),
      0.99,
    ),
  };
}

function groupBySet(trials: readonly Trial[]): ReadonlyMap<string, readonly Trial[]> {
  const sets = new Map<string, Trial[]>();
  for (const trial of trials) {
    const name = trial.labelled.set ?? unnamedSet;
    sets.set(name, [...(sets.get(name) ?? []), trial]);
  }
  return sets;
}

function tabulateReliability(trials: readonly Trial[]): readonly Reliability[] {
  return Array.from({ length: tenths }, (_, tenth) => {
    const group = trials.filter(
      ({ answer }) => Math.min(Math.floor(answer.confidence * tenths), tenths - 1) === tenth,
    );
    return {
      from: tenth / tenths,
      to: (tenth + 1) / tenths,
      questions: group.length,
      meanConfidence: mean(group.map(confidenceOf)),
      rightShare: share(group, ({ place }) => place === 0),
    };
  }).filter(({ questions }) => questions > 0);
}

function confidenceOf({ answer }: Trial): number {
  return answer.confidence;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
