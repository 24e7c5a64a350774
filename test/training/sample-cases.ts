import { cutFiles } from '../support/cut-files.ts';
import { shippedFitted } from '../../src/search/fitted.ts';
import { wholeCases, type LabelledKnowledge, type TrainingCase } from '../../src/training/training-case.ts';

const path = 'articles/tower.md';

const sections = [
  'The tower was built by monks who had crossed the sea.',
  'Its bell is rung at noon and weighs as much as a horse.',
  'Visitors climb two hundred steps to the gallery.',
  'On clear days the islands can be seen from there.',
  'Pigeons nest below the roof.',
  'The clock weighs as much as a horse, too.',
];

/** An article of six passages with a question on each of the first four, and one on none. */
export const sampleArticle: LabelledKnowledge = {
  passages: cutFiles({
    [path]: `# The tower\n\n${sections.map((text, i) => `## Part ${i + 1}\n\n${text}\n`).join('\n')}`,
  }),
  questions: [
    { question: 'Who built it?', expect: { path, text: ['monks'] } },
    { question: 'How heavy is the bell?', expect: { path, text: ['a horse'] } },
    { question: 'How many steps are there?', expect: { path, text: ['two hundred'] } },
    { question: 'What can be seen on clear days?', expect: { path, text: ['the islands'] } },
    { question: 'Who won the cup?', expect: null, set: 'far' },
  ],
};

/** Those questions asked of that article. */
const sampleCases: readonly TrainingCase[] = wholeCases('sample', sampleArticle, {
  meaning: null,
  without: new Set(),
  fitted: shippedFitted,
});

/** A case that differs in what matters. */
export function caseWith(own: Partial<TrainingCase>): TrainingCase {
  const [first] = sampleCases;
  if (first === undefined) throw new Error('The sample has cases.');
  return { ...first, ...own };
}
