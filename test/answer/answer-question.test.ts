import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Answer, Snippet } from '../../src/answer/answer.ts';
import { answerQuestion } from '../../src/answer/answer-question.ts';
import { cutFiles } from '../support/cut-files.ts';
import { indexFiles, type Files } from '../support/index-files.ts';
import { sampleKnowledge } from '../support/sample-knowledge.ts';

function ask(question: string, files: Files = sampleKnowledge): Answer {
  return answerQuestion(question, indexFiles(files));
}

function shown(answer: Answer): readonly Snippet[] {
  return answer.outcome === 'unanswered' ? [] : answer.snippets;
}

describe('a question that the knowledge spells out', () => {
  test('is answered for sure with what stands under it, and with nothing else', () => {
    const answer = ask('how many books may I borrow');
    expect(answer.outcome).toBe('answered');
    expect(answer.confidence).toBe(1);
    expect(shown(answer).map(({ text, entry }) => [text, entry])).toEqual([
      ['Each reader may borrow seven books for four weeks.', 'How many books may I borrow?'],
    ]);
  });

  test('may be a heading: its first passages, in their order', () => {
    const paragraphs = [
      'Every drawer holds maps of one river and is opened with a brass key.',
      'They were built by a joiner from oak that had fallen in a storm.',
      'Whoever wants to see one asks at the desk and waits until somebody comes.',
      'Nobody has counted them since the fire, but there must be hundreds.',
    ];
    const files = { 'articles/a.md': `# Maps\n\n## Drawers\n\n${paragraphs.join('\n\n')}\n` };
    expect(shown(ask('drawers', files)).map(({ text }) => text)).toEqual(paragraphs.slice(0, 3));
  });
});

describe('an open question', () => {
  const files = {
    'faq/a.md':
      '---\ntitle: Trips\n---\n\n## When do we meet?\n\nAt noon.\n\n## What comes after the trip?\n',
  };

  test.each([['What comes after the trip?'], ['what comes after the trip'], ['after the trip, what comes?']])(
    'is said to be open, with its place: %s',
    (question) => {
      const answer = ask(question, files);
      if (answer.outcome !== 'unanswered') throw new Error('Nothing answers it.');
      expect(answer.raised).toMatchObject({
        text: 'What comes after the trip?',
        answer: { start: 0, end: 26 },
        entry: 'What comes after the trip?',
        citation: { title: 'Trips', path: 'faq/a.md', lines: [9, 9] },
      });
    },
  );

  test('is not raised for another question', () => {
    for (const question of ['When do we meet?', 'Who painted the ceiling?', 'hello']) {
      const answer = ask(question, files);
      expect(answer.outcome === 'unanswered' ? answer.raised : null).toBeNull();
    }
  });
});

test.each([[''], ['   '], ['?!'], ['🎉🎉'], ['constructor'], ['__proto__'], ['asdfghjkl qwertyuiop']])(
  'what says nothing of the knowledge is not answered, and no related questions are offered: %j',
  (question) => {
    const answer = ask(question);
    expect(answer).toMatchObject({ outcome: 'unanswered', raised: null, related: [] });
    expect(answer.confidence).toBeLessThan(0.5);
  },
);

test('knowledge without a word answers nothing', () => {
  expect(ask('anything', {})).toEqual({ outcome: 'unanswered', confidence: 0, related: [], raised: null });
});

describe('more than one quote', () => {
  const rule = 'Dogs must be kept on a lead in the whole park and in the gardens around it.';

  test('of the same words in several places is shown once', () => {
    const files = {
      'articles/a.md': `# Park\n\n## Dogs\n\n${rule}\n`,
      'articles/b.md': `# Rules\n\n## Dogs\n\n${rule}\n`,
      'articles/c.md': `# House rules\n\n## Dogs\n\n${rule} It is the law.\n`,
    };
    for (const question of ['dogs', 'must dogs be kept on a lead in the park']) {
      expect(shown(ask(question, files)).filter(({ text }) => text.startsWith(rule))).toHaveLength(1);
    }
  });

  test('is from different passages', () => {
    const files = {
      'articles/a.md': `# Park\n\n## Opening\n\nThe northern gate opens at seven and is closed when it gets dark.\n\nThe southern gate has a bell; whoever rings it is let in by the guard until midnight.\n`,
    };
    const snippets = shown(ask('opening', files));
    expect(snippets.map(({ passageId }) => passageId)).toEqual([
      'articles/a#opening',
      'articles/a#opening-2',
    ]);
  });
});

describe('related questions', () => {
  const files = {
    'faq/a.md': [
      '## How do I borrow a book?\n\nShow your card to the keeper.',
      '## How do I return a book?\n\nPut it into the green box.',
      '## How do I reserve a book?\n\nWrite its name on the list.',
      '## How do I repair a book?\n\nBring it to the workshop.',
      '## How do I lose a book?\n',
      '## How do I find a book?\n\nLook at the shelf.',
    ].join('\n\n'),
  };

  test('are three at most, none of them the one that was asked or one that is open', () => {
    const { related } = ask('how can I get a book back to you, do I return it', files);
    expect(related.length).toBeLessThanOrEqual(3);
    expect(new Set(related).size).toBe(related.length);
    expect(related).not.toContain('How do I lose a book?');
  });

  test('lead to an answer, each of them', () => {
    const asked = [
      'borrow book',
      'what about books',
      'reading room',
      'how many coins does a map cost',
      'box',
    ];
    for (const knowledge of [files, sampleKnowledge]) {
      const index = indexFiles(knowledge);
      for (const name of asked.flatMap((question) => answerQuestion(question, index).related)) {
        expect(answerQuestion(name, index)).toMatchObject({ outcome: 'answered', confidence: 1 });
      }
    }
  });
});

test('whatever is asked: at most three quotes of different passages, each a slice, and a confidence from 0 to 1', () => {
  const files = {
    ...sampleKnowledge,
    'faq/open.md': '## What comes next?\n\n## Was kostet das?\n\nNichts.\n',
  };
  const index = indexFiles(files);
  const texts = new Map(cutFiles(files).map(({ id, text }) => [id, text]));
  const word = fc.oneof(
    fc.constantFrom(
      'book',
      'reading',
      'room',
      'key',
      'how',
      'the',
      'copies',
      'coins',
      'next',
      '1,000',
      'Was',
    ),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), (words) => {
      const answer = answerQuestion(words.join(' '), index);
      expect(answer.confidence).toBeGreaterThanOrEqual(0);
      expect(answer.confidence).toBeLessThanOrEqual(1);
      const snippets = shown(answer);
      expect(snippets.length).toBeLessThanOrEqual(3);
      if (answer.outcome !== 'unanswered') expect(snippets.length).toBeGreaterThan(0);
      expect(new Set(snippets.map(({ passageId }) => passageId)).size).toBe(snippets.length);
      for (const { passageId, text, answer: sentence } of snippets) {
        expect(texts.get(passageId)).toContain(text);
        expect(text.slice(sentence.start, sentence.end).trim()).not.toBe('');
        expect(sentence.end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 200 },
  );
});
