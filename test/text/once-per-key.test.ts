import { expect, it } from 'vitest';

import { oncePerKey } from '../../src/text/once-per-key.ts';

it('works something out once for each key, also when there is nothing to it', () => {
  const asked: string[] = [];
  const lengthOf = oncePerKey((word: string) => {
    asked.push(word);
    return word === '' ? undefined : word.length;
  });

  expect(['to', '', 'two', 'to', ''].map(lengthOf)).toEqual([2, undefined, 3, 2, undefined]);
  expect(asked).toEqual(['to', '', 'two']);
});
