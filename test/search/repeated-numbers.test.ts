import fc from 'fast-check';
import { expect, test } from 'vitest';

import { createRepeatedNumbers, type RepeatedNumbers } from '../../src/search/repeated-numbers.ts';

function collect(numbers: readonly number[]): RepeatedNumbers {
  const builder = createRepeatedNumbers(numbers.length);
  numbers.forEach((value, at) => {
    builder.set(at, value);
  });
  return builder.build();
}

function read({ places, values }: RepeatedNumbers): readonly number[] {
  return Array.from(places, (place) => values[place] ?? NaN);
}

test('numbers come back as they were given, each kept once', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 2000 }), (eighths) => {
      const numbers = eighths.map((value) => value / 8);
      const packed = collect(numbers);
      expect(read(packed)).toEqual(numbers);
      expect(packed.values).toHaveLength(new Set(numbers).size);
    }),
  );
});

test('more different numbers than 2 bytes can count come back too', () => {
  const numbers = Array.from({ length: 70_000 }, (_, i) => i / 8);
  expect(read(collect([...numbers, ...numbers]))).toEqual([...numbers, ...numbers]);
});
