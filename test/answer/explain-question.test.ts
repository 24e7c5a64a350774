import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { answerQuestion } from '../../src/answer/answer-question.ts';
import { explainedFeatures } from '../../src/answer/explain-confidence.ts';
import { explainQuestion } from '../../src/answer/explain-question.ts';
import type { Explanation, Reason } from '../../src/answer/explanation.ts';
import { shippedFitted } from '../../src/search/fitted.ts';
import { indexFiles } from '../support/index-files.ts';
import { sampleKnowledge } from '../support/sample-knowledge.ts';

const index = indexFiles({
  ...sampleKnowledge,
  'articles/flights.md':
    '# Transfers\n\n## Flights\n\nThe prisoners left on 20 January 2026. They travelled on seven military aircraft.\n',
  'faq/open.md': '## What comes after the trip?\n',
});

function reason({ reasons }: Explanation, kind: Reason['kind']): Reason | undefined {
  return reasons.find((each) => each.kind === kind);
}

/** The words that reasons of this kind name, or of every kind. */
function wordsOf(reasons: readonly Reason[], ...kinds: readonly Reason['kind'][]): readonly string[] {
  return reasons
    .filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
    .flatMap((each): readonly string[] => {
      if (!('words' in each)) return [];
      return each.kind === 'close' ? each.words.map(({ word }) => word) : each.words;
    })
    .toSorted();
}

describe('the reasons for a confidence', () => {
  test('tell where each word of the question stands, and which ones are missing', () => {
    const explanation = explainQuestion('Which airplanes did the prisoners of xylocarp travel on?', index);
    expect(explanation.snippet?.passageId).toBe('articles/flights#flights');
    const { reasons } = explanation;
    expect(reason(explanation, 'close')).toMatchObject({
      words: [{ word: 'airplanes', closest: 'aircraft' }],
      effect: 'for',
    });
    expect(wordsOf(reasons, 'unknown')).toEqual(['xylocarp']);
    expect(wordsOf(reasons, 'inSentence', 'elsewhere')).toEqual(['prisoners', 'travel']);
  });

  test('tell names and numbers that are missing apart, even where another comes close', () => {
    const explanation = explainQuestion(
      'On which aircraft did the prisoners of Zanzibar travel in 2025?',
      index,
    );
    expect(reason(explanation, 'missingNames')).toMatchObject({
      words: ['zanzibar', '2025'],
      effect: 'against',
    });
  });

  test('tell whether the sentence holds what is asked for', () => {
    const question = 'When did the prisoners leave?';
    expect(reason(explainQuestion(question, index), 'asked')).toMatchObject({ asked: 'date', effect: 'for' });
    const vague = indexFiles({
      ...sampleKnowledge,
      'articles/flights.md': '# Transfers\n\n## Flights\n\nThe prisoners left without a word.\n',
    });
    expect(reason(explainQuestion(question, vague), 'asked')).toMatchObject({
      asked: 'date',
      effect: 'against',
    });
  });

  test('tell how well the question of an FAQ entry agrees, which an article has none of', () => {
    const entry = explainQuestion('how many books may one reader borrow', index);
    expect(entry.snippet?.entry).toBe('How many books may I borrow?');
    expect(reason(entry, 'entryQuestion')).toMatchObject({ effect: 'for' });
    const article = explainQuestion('Which military aircraft did the prisoners travel on?', index);
    expect(reason(article, 'entryQuestion')).toBeUndefined();
  });

  test('tell that a question is short', () => {
    expect(reason(explainQuestion('prisoners?', index), 'fewWords')).toMatchObject({
      count: 1,
      effect: 'against',
    });
  });

  test('leave out no feature that the confidence weighs', () => {
    const { vectors, letters } = shippedFitted;
    const models = [vectors, letters]
      .flatMap(({ confidence: { few, many } }) => [few, many])
      .flatMap(({ article, entry }) => [article, entry]);
    const weighed = new Set(models.flatMap((model) => Object.keys(model)));
    weighed.delete('constant');
    expect([...weighed].filter((name) => !explainedFeatures.has(name))).toEqual([]);
  });
});

describe('what else may decide', () => {
  test.each([
    ['How many books may I borrow?', 'name', 'answered'],
    ['thank you', 'courtesy', 'unanswered'],
    ['What comes after the trip?', 'openQuestion', 'unanswered'],
    ['after the trip, what comes?', 'openQuestion', 'unanswered'],
  ] as const)('of %j is the %s, with no reasons beside it', (question, by, outcome) => {
    expect(explainQuestion(question, index)).toMatchObject({ by, outcome, thresholds: null, reasons: [] });
  });

  test('is told with its place', () => {
    expect(explainQuestion('How many books may I borrow?', index).snippet?.entry).toBe(
      'How many books may I borrow?',
    );
    expect(explainQuestion('What comes after the trip?', index).snippet?.text).toBe(
      'What comes after the trip?',
    );
    expect(explainQuestion('thank you', index).snippet).toBeNull();
  });
});

test('a slip of the pen is told as it was understood', () => {
  expect(explainQuestion('When did the prisnoers leave?', index).respelled).toEqual(['prisoners']);
  expect(explainQuestion('When did the prisoners leave?', index).respelled).toEqual([]);
});

test('knowledge without a word has no passage to tell of', () => {
  expect(explainQuestion('Where are the prisoners?', indexFiles({}))).toMatchObject({
    outcome: 'unanswered',
    by: 'confidence',
    snippet: null,
    thresholds: null,
    reasons: [],
  });
});

test('whatever is asked: the explanation is that of the answer, its weightiest reason first, each word told once', () => {
  const word = fc.oneof(
    fc.constantFrom(
      'prisoners',
      'aircraft',
      'books',
      'airplanes',
      'how',
      'you',
      'the',
      '2025',
      'trip',
      'Zanzibar',
    ),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 10 }), (words) => {
      const question = words.join(' ');
      const answer = answerQuestion(question, index);
      const explanation = explainQuestion(question, index);
      const { outcome, confidence, by, thresholds, reasons } = explanation;
      expect([outcome, confidence]).toEqual([answer.outcome, answer.confidence]);
      if (answer.outcome !== 'unanswered') expect(explanation.snippet).toEqual(answer.snippets[0]);
      const weights = reasons.map(({ weight }) => weight);
      expect(weights).toEqual(weights.toSorted((a, b) => b - a));
      const content = index.parse(question).contentTerms.map((term) => term.word);
      if (reasons.length > 0) expect(wordsOf(reasons)).toEqual(content.toSorted());
      if (thresholds !== null) expect(confidence >= thresholds.answered).toBe(outcome === 'answered');
      if (by !== 'confidence') expect(reasons).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
