import { access, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { readFrequentWords } from '../../src/training/frequent-words.ts';
import { withPackages, type PackageFolder } from '../../src/training/package-folder.ts';

let home = '';

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'footnote-package-'));
});

afterEach(async () => {
  await rm(home, { recursive: true });
});

/** A package on this machine, so that npm needs no network; returns the folder to install. */
async function createPackage(name: string, main: string, content: string): Promise<string> {
  const folder = join(home, name);
  await mkdir(folder);
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name, version: '1.0.0', main }));
  await writeFile(join(folder, main), content);
  return folder;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

describe('packages installed outside of the project', () => {
  test('can be loaded and read while they are used, and are gone afterwards', async () => {
    const folder = await createPackage('greeting', 'index.cjs', "exports.hello = 'world';");
    const path = await withPackages([folder], async (packages) => {
      expect(packages.load('greeting')).toEqual({ hello: 'world' });
      expect(await exists(packages.pathOf('greeting/index.cjs'))).toBe(true);
      return packages.pathOf('greeting');
    });
    expect(await exists(dirname(dirname(path)))).toBe(false);
  });

  test('are gone as well when their use fails', async () => {
    const folder = await createPackage('greeting', 'index.cjs', '');
    const seen: string[] = [];
    const failing = withPackages([folder], (packages) => {
      seen.push(packages.pathOf('greeting'));
      return Promise.reject(new Error('no use'));
    });
    await expect(failing).rejects.toThrow('no use');
    expect(await exists(dirname(dirname(seen[0] ?? '')))).toBe(false);
  });
});

describe('the most frequent words', () => {
  /** As the package has it: two numbers more than the vector. */
  const row = (first: number): readonly number[] => [first, ...Array.from({ length: 101 }, () => 0.5)];

  async function wordsOf(file: unknown): Promise<PackageFolder> {
    const path = join(home, 'words.json');
    await writeFile(path, JSON.stringify(file));
    return { load: () => null, pathOf: () => path };
  }

  test('come in their order, without numbers and punctuation, each with its 100 numbers', async () => {
    const words = ['the', ',', '2026', 'h1n1', 'of', 'mid-1990s'];
    const vectors = Object.fromEntries(words.map((word, i) => [word, row(i)]));
    const found = await readFrequentWords(await wordsOf({ words, vectors }), 3);
    expect(found.map(({ word, vector }) => [word, vector[0], vector.length])).toEqual([
      ['the', 0, 100],
      ['h1n1', 3, 100],
      ['of', 4, 100],
    ]);
  });

  test('are refused when a word has too few numbers', async () => {
    const folder = await wordsOf({ words: ['the'], vectors: { the: [1, 2] } });
    await expect(readFrequentWords(folder, 1)).rejects.toThrow();
  });
});
