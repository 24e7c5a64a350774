import { expect, it } from 'vitest';

import { answerQuestion } from '../../src/answer/answer-question.ts';
import { atCaution, cautions } from '../../src/answer/caution.ts';
import { explainQuestion } from '../../src/answer/explain-question.ts';
import { indexFiles } from '../support/index-files.ts';
import { sampleKnowledge } from '../support/sample-knowledge.ts';

const questions = [
  'How many books may I borrow?',
  'how many books can one take home',
  'where does a book go when I am done',
  'is the reading room open at eight',
  'what do copies cost',
  'who has the key',
  'can I eat in the map room',
];
const rank = { unanswered: 0, suggested: 1, answered: 2 } as const;

it('answers less the surer an answer has to be, finds the same, and is told so when somebody asks why', () => {
  const index = indexFiles(sampleKnowledge);
  for (const question of questions) {
    const answers = cautions.map((caution) => answerQuestion(question, atCaution(index, caution)));
    const [careful = 0, usual = 0, bold = 0] = answers.map(({ outcome }) => rank[outcome]);
    expect(careful, question).toBeLessThanOrEqual(usual);
    expect(usual, question).toBeLessThanOrEqual(bold);
    expect(new Set(answers.map(({ confidence }) => confidence)).size).toBe(1);
    cautions.forEach((caution, i) => {
      expect(explainQuestion(question, atCaution(index, caution)).outcome).toBe(answers[i]?.outcome);
    });
  }
});

it('suggests with care what is answered boldly', () => {
  const index = indexFiles(sampleKnowledge);
  const between = questions.filter(
    (question) =>
      answerQuestion(question, atCaution(index, 'careful')).outcome === 'suggested' &&
      answerQuestion(question, atCaution(index, 'bold')).outcome === 'answered',
  );
  expect(between).not.toEqual([]);
});
