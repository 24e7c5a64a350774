import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

import { parseMeaning, type Meaning } from '../text/meaning.ts';

/** Reads the tables of word meanings that come with Footnote; the `imports` of package.json say where they lie. */
export async function loadMeaning(): Promise<Meaning> {
  const path = createRequire(import.meta.url).resolve('#meaning/words.bin');
  return parseMeaning(new Uint8Array(await readFile(path)));
}
