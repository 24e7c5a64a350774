import { describe, expect, test } from 'vitest';

import { isQuestion } from '../../src/discord/is-question.ts';

describe('what people write', () => {
  test.each([
    'Where do I return a book?',
    'where do i return a book',
    'I lost my card, what now?',
    'does anyone know when it opens',
    '¿Cuándo abre la sala?',
    'cuándo abre la sala',
    '¿Se puede reservar?',
    'Do maps count ？',
  ])('is a question: %s', (message) => {
    expect(isQuestion(message)).toBe(true);
  });

  test.each([
    'I may borrow seven books.',
    'thanks, that helped!',
    'see https://example.org/?q=books for more',
    'Really?',
    '???',
    '',
    'whatever you say',
    'doing fine here',
  ])('is no question: %s', (message) => {
    expect(isQuestion(message)).toBe(false);
  });
});
