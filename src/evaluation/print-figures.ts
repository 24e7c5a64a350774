import type { BySet, Figures } from './summarize-trials.ts';

/** The figures as a table that a person can read. */
export function printFigures(figures: Figures): string {
  return [
    row('questions', String(figures.questions)),
    '',
    row('answered, of the answerable', percent(figures.answeredShare)),
    row('  right, of those', percent(figures.rightShare)),
    row('right one among those shown', percent(figures.shownShare)),
    '',
    row('right passage first', percent(figures.hitAt1)),
    row('  in the first three', percent(figures.hitAt3)),
    row('  mean reciprocal rank', fraction(figures.mrr)),
    row('right answer sentence', percent(figures.sentenceAt1)),
    ...bySet('falsely answered', figures.falselyAnswered, percent),
    ...bySet('declined', figures.declinedShare, percent),
    ...bySet('area under the ROC curve of the confidence', figures.auroc, fraction),
    '',
    row('confidence (questions)', 'stated  right'),
    ...figures.reliability.map(({ from, to, questions, meanConfidence, rightShare }) =>
      row(
        `  ${from.toFixed(1)}-${to.toFixed(1)} (${questions})`,
        `${fraction(meanConfidence).padEnd(6)}  ${fraction(rightShare)}`,
      ),
    ),
    row('  mean distance', fraction(figures.calibrationError)),
    '',
    row('time for an answer, median', `${figures.p50Ms.toFixed(2)} ms`),
    row('  99th percentile', `${figures.p99Ms.toFixed(2)} ms`),
  ].join('\n');
}

function row(name: string, value: string): string {
  return name === '' ? '' : `${name.padEnd(46)} ${value}`;
}

function bySet(title: string, values: BySet, print: (value: number) => string): readonly string[] {
  const rows = Object.entries(values).map(([set, value]) => row(`  ${set}`, print(value)));
  return rows.length === 0 ? [] : ['', title, ...rows];
}

function percent(value: number | null): string {
  return value === null ? '-' : `${(value * 100).toFixed(1)} %`;
}

function fraction(value: number | null): string {
  return value === null || Number.isNaN(value) ? '-' : value.toFixed(3);
}
