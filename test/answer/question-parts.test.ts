import { describe, expect, test } from 'vitest';

import type { Answer, Snippet } from '../../src/answer/answer.ts';
import { answerQuestion } from '../../src/answer/answer-question.ts';
import { explainQuestion } from '../../src/answer/explain-question.ts';
import { indexFiles } from '../support/index-files.ts';
import { sampleKnowledge } from '../support/sample-knowledge.ts';

const index = indexFiles(sampleKnowledge);

function ask(question: string): Answer {
  return answerQuestion(question, index);
}

function marked(answer: Answer): readonly string[] {
  const snippets: readonly Snippet[] = answer.outcome === 'unanswered' ? [] : answer.snippets;
  return snippets.map(({ text, answer: { start, end } }) => text.slice(start, end));
}

const room = 'The reading room opens at nine in the morning and closes at six.';
const borrow = 'Each reader may borrow seven books for four weeks.';
const box = 'Put the book into the green box beside the entrance.';

describe('a question of several parts that are all answered', () => {
  test.each([
    ['How many books may a reader borrow and when does the reading room open?', [borrow, room]],
    ['when does the reading room open? how many books may a reader borrow?', [room, borrow]],
    [
      'Hello! When does the reading room open and how many books may a reader borrow? Thanks!',
      [room, borrow],
    ],
    [
      'where do I return the book, and how many books may one reader borrow and when does the reading room open',
      [box, borrow, room],
    ],
  ])('gets a quote for each, in their order: %s', (question, quotes) => {
    const answer = ask(question);
    expect(answer.outcome).toBe('answered');
    expect(marked(answer)).toEqual(quotes);
  });

  test('is answered as surely as its least sure part', () => {
    const parts = ['when does the reading room open in the morning', 'how many books may each reader borrow'];
    const confidences = parts.map((part) => ask(part).confidence);
    expect(ask(parts.join(' and ')).confidence).toBe(Math.min(...confidences));
    expect(ask(parts.toReversed().join('? ')).confidence).toBe(Math.min(...confidences));
  });

  test('gets one quote where one sentence answers them all', () => {
    const answer = ask('When does the reading room open and when does the reading room close?');
    expect(answer.outcome).toBe('answered');
    expect(marked(answer)).toEqual([room]);
  });

  test('may name an entry in one of them', () => {
    expect(marked(ask('Where do I return a book? And how many books may a reader borrow?'))).toEqual([
      box,
      borrow,
    ]);
  });

  test('offers no related question that a quote already answers', () => {
    const { related } = ask('How many books may a reader borrow and when does the reading room open?');
    expect(related).not.toContain('How many books may I borrow?');
    expect(related).not.toContain('When does the reading room open?');
  });
});

describe('a question of which the knowledge answers only one part', () => {
  test.each([
    ['When does the reading room open and what is the capital of France?', room],
    ['Who won the football cup in Brazil and how many books may a reader borrow?', borrow],
  ])('is never said to be answered; that part is shown as the closest: %s', (question, quote) => {
    const answer = ask(question);
    expect(answer.outcome).toBe('suggested');
    expect(marked(answer)).toEqual([quote]);
    expect(explainQuestion(question, index)).toMatchObject({
      outcome: 'suggested',
      confidence: answer.confidence,
    });
  });

  test('is asked as a whole where the other part says nothing by itself', () => {
    const whole = ask('When does the reading room open?');
    for (const rest of ['and why?', 'and what?', 'and who is it?']) {
      expect(marked(ask(`When does the reading room open ${rest}`))).toEqual(marked(whole));
    }
  });
});

test('a later part is asked of what the first one names', () => {
  const files = {
    'articles/rooms.md': [
      '# Rooms',
      '## Reading room',
      'The reading room is a hall with forty desks under a glass roof.',
      'The reading room was built in 1902 by the joiners of the town.',
      '## Tower',
      'The tower was built in 1650 by monks who had crossed the sea.',
    ].join('\n\n'),
  };
  const answer = answerQuestion('What is the tower and when was it built?', indexFiles(files));
  expect(marked(answer).join(' ')).toContain('1650');
  expect(marked(answer).join(' ')).not.toContain('1902');
});

test('a question that names an entry is never split', () => {
  const files = {
    ...sampleKnowledge,
    'faq/both.md':
      '## When does the reading room open and how many books may a reader borrow?\n\nSee the sign.\n',
  };
  const answer = answerQuestion(
    'when does the reading room open, and how many books may a reader borrow',
    indexFiles(files),
  );
  expect(answer).toMatchObject({ outcome: 'answered', confidence: 1 });
  expect(marked(answer)).toEqual(['See the sign.']);
});

test('a question in Spanish is split as well', () => {
  const files = {
    'faq/es.md':
      '---\nlanguage: es\n---\n\n## Horario de la sala\n\nLa sala de lectura abre a las nueve de la mañana.\n\n## Préstamo de libros\n\nCada lector puede llevarse siete libros durante cuatro semanas.\n',
  };
  const answer = answerQuestion(
    '¿Cuándo abre la sala de lectura y cuántos libros puede llevarse cada lector?',
    indexFiles(files),
  );
  expect(marked(answer)).toEqual([
    'La sala de lectura abre a las nueve de la mañana.',
    'Cada lector puede llevarse siete libros durante cuatro semanas.',
  ]);
});
