import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import {
  articleSigns,
  entrySigns,
  questionFeatures,
  rankFeatures,
  sentenceFeatureNames,
} from '../../src/training/features.ts';

const weighed: readonly (readonly [letter: string, names: readonly string[]])[] = [
  ['r', [...rankFeatures, ...questionFeatures]],
  ['s', sentenceFeatureNames],
  ['c', [...Object.keys(articleSigns), ...Object.keys(entrySigns)]],
];

/** Each feature that ARCHITECTURE.md explains, with the letters of what weighs it. */
const explained = [
  ...readFileSync('ARCHITECTURE.md', 'utf8').matchAll(/^\| `(\w+)` \| ((?:[rsc] ?)+) \|/gmu),
].map(([, name, letters]) => `${name ?? ''}: ${letters ?? ''}`);

describe('the features', () => {
  it('stand in ARCHITECTURE.md once each, with all that weighs them', () => {
    const names = [...new Set(weighed.flatMap(([, own]) => own))];
    const expected = names.map((name) => {
      const letters = weighed.filter(([, own]) => own.includes(name)).map(([letter]) => letter);
      return `${name}: ${letters.join(' ')}`;
    });
    expect([...explained].sort()).toEqual(expected.sort());
  });
});
