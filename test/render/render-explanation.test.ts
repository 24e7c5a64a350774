import { describe, expect, it } from 'vitest';

import type { Explanation, Reason } from '../../src/answer/explanation.ts';
import { replyLocales } from '../../src/render/locale.ts';
import { renderExplanation } from '../../src/render/render-explanation.ts';
import { sampleSnippet } from '../support/sample-snippet.ts';
import { shownText } from '../support/shown-text.ts';

const now = new Date('2026-11-24');
const thresholds = { answered: 0.6, suggested: 0.25 } as const;
const sample: Explanation = {
  outcome: 'answered',
  confidence: 0.824,
  by: 'confidence',
  snippet: sampleSnippet('A moderator answers.'),
  thresholds,
  respelled: [],
  reasons: [],
};

/** One reason of every kind, and of every effect where that changes what is said. */
const reasons: readonly Reason[] = [
  { kind: 'standsOut', share: 0.9, effect: 'for', weight: 9 },
  { kind: 'standsOut', share: 0.31, effect: 'against', weight: 9 },
  { kind: 'inSentence', words: ['moderator', 'ask'], effect: 'for', weight: 8 },
  { kind: 'elsewhere', words: ['role'], effect: 'for', weight: 7 },
  { kind: 'close', words: [{ word: 'airplanes', closest: 'aircraft' }], effect: 'for', weight: 6 },
  { kind: 'missing', words: ['rude'], effect: 'against', weight: 5 },
  { kind: 'missingNames', words: ['berlin', '2024'], effect: 'against', weight: 5 },
  { kind: 'unknown', words: ['xylocarp'], effect: 'against', weight: 4 },
  { kind: 'asked', asked: 'date', effect: 'for', weight: 3 },
  { kind: 'asked', asked: 'person', effect: 'against', weight: 3 },
  { kind: 'meaning', share: 0.7, effect: 'for', weight: 2 },
  { kind: 'meaning', share: 0.2, effect: 'against', weight: 2 },
  { kind: 'entryQuestion', share: 0.75, effect: 'for', weight: 2 },
  { kind: 'entryQuestion', share: 0.25, effect: 'against', weight: 2 },
  { kind: 'unaddressed', effect: 'against', weight: 1 },
  { kind: 'onlyGrammar', effect: 'against', weight: 1 },
  { kind: 'fewWords', count: 1, effect: 'against', weight: 1 },
];

/** What a reader of the server's language sees, a line each. */
function shown(changes: Partial<Explanation>): readonly string[] {
  return shownText(renderExplanation({ ...sample, ...changes }, 'en', now)).flatMap((part) =>
    part.split('\n'),
  );
}

describe('an explanation', () => {
  it('says how sure the answer is and how sure it has to be, and which passage it is about', () => {
    expect(shown({})).toEqual([
      'I am 82.4% sure of this. From 60.0% on I answer.',
      '-# The passage: [Roles › Moderators › Asking one](<https://example.org/roles#asking-one>) · lines 18-20 · updated 20 Jan 2026',
    ]);
    expect(shown({ outcome: 'suggested', confidence: 0.4 })[0]).toBe(
      'I am 40.0% sure of the closest. I answer from 60.0% on, and show it from 25.0% on.',
    );
    expect(shown({ outcome: 'unanswered', confidence: 0.1 })[0]).toBe(
      'I am 10.0% sure of the closest passage. Below 25.0% I show none.',
    );
  });

  it('has a line for every reason, in the order in which they weigh, each with its sign', () => {
    expect(shown({ reasons }).slice(1, -1)).toEqual([
      '\\+ Stands out from all other passages: 90%',
      '− Other passages fit about as well: 31% for this one',
      '\\+ In the answer sentence: *moderator, ask*',
      '\\+ Elsewhere in the passage or above it: *role*',
      '\\+ Only something like it: *airplanes (aircraft)*',
      '− Not in the passage: *rude*',
      '− Names and numbers that are not in the passage: *berlin, 2024*',
      '− Nowhere in the knowledge base: *xylocarp*',
      '\\+ The answer sentence holds what is asked for: a date',
      '− The answer sentence lacks what is asked for: a name',
      '\\+ Close in meaning: 70%',
      '− Not close in meaning: 20%',
      '\\+ Agrees with the question of the entry: 75%',
      '− Agrees little with the question of the entry: 25%',
      '− The question is about you or me, the passage about neither',
      '− The question has none but words such as “is” and “what”',
      '− Only one word says what the question is about',
    ]);
  });

  it('tells first how a misspelt word was read', () => {
    expect(shown({ respelled: ['moderator'], reasons: reasons.slice(0, 1) }).slice(1, 3)).toEqual([
      '· Read as: *moderator*',
      '\\+ Stands out from all other passages: 90%',
    ]);
  });

  it.each([
    ['name', 'That is the exact name of an entry or a section, so I give what stands there.'],
    ['courtesy', 'That is a greeting, a thank-you or a goodbye; it asks nothing.'],
    ['openQuestion', 'The knowledge base asks that itself and leaves it open.'],
    ['confidence', 'No passage comes close.'],
  ] as const)('says plainly what decided when no confidence was weighed: %s', (by, sentence) => {
    expect(shown({ by, thresholds: null, snippet: null })).toEqual([sentence]);
  });

  it('lets nothing live through from the words of question and knowledge', () => {
    const words = ['<@1234>', '**bold**', '@everyone'];
    const [, line = ''] = shown({
      reasons: [{ kind: 'missing', words, effect: 'against', weight: 1 }],
    });
    expect(line).toBe('− Not in the passage: *\\<\\@1234\\>, \\*\\*bold\\*\\*, \\@everyone*');
  });

  it('fits a message, however long the words are', () => {
    const words = Array.from({ length: 16 }, () => '*'.repeat(400));
    const reply = renderExplanation(
      { ...sample, reasons: [{ kind: 'missing', words, effect: 'against', weight: 1 }] },
      'en',
      now,
    );
    expect(shownText(reply).join('').length).toBeLessThanOrEqual(4000);
  });

  it.each(replyLocales)('leaves no reason without words in %s', (locale) => {
    const lines = shownText(renderExplanation({ ...sample, reasons }, locale, now))[1]?.split('\n') ?? [];
    expect(lines).toHaveLength(reasons.length);
    expect(new Set(lines).size).toBe(reasons.length);
    expect(lines.filter((line) => !/\p{L}{3}/u.test(line))).toEqual([]);
  });
});
