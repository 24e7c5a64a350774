import { describe, expect, it } from 'vitest';

import { mixEntries } from '../../src/training/mix-entries.ts';

import { sampleArticle } from './sample-cases.ts';

describe('an article that is mixed with FAQ entries', () => {
  const mixed = mixEntries(sampleArticle);

  it('has an entry in every second place, which asks what its passage answers', () => {
    expect(mixed.passages.map(({ question }) => question)).toEqual([
      null,
      'How heavy is the bell?',
      null,
      'What can be seen on clear days?',
      null,
      // It answers the question about the bell, which is taken.
      null,
    ]);
  });

  it('is asked the other questions only, so that no entry is asked its own', () => {
    expect(mixed.questions.map(({ question }) => question)).toEqual([
      'Who built it?',
      'How many steps are there?',
      'Who won the cup?',
    ]);
  });

  it('says what it said before', () => {
    const withoutQuestions = mixed.passages.map((passage) => ({ ...passage, question: null }));
    expect(withoutQuestions).toEqual(sampleArticle.passages);
  });

  it('has no entry where no question is left for one', () => {
    const [first, ...rest] = sampleArticle.questions;
    const few = mixEntries({ ...sampleArticle, questions: first === undefined ? [] : [first] });
    expect(few.passages.every(({ question }) => question === null)).toBe(true);
    expect(few.questions).toEqual([first]);
    expect(mixEntries({ passages: [], questions: rest })).toEqual({ passages: [], questions: rest });
  });
});
