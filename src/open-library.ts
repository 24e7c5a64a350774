import { createLibrary } from './library/create-library.ts';
import type { Library } from './library/library.ts';
import { createFileKnowledge } from './storage/file-knowledge.ts';
import { loadMeaning } from './storage/load-meaning.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * The library of a folder for a command that reads it once.
 * @throws Error with one plain sentence when the folder cannot be read.
 */
export async function openLibrary(folder: string): Promise<Library> {
  return createLibrary({
    knowledge: createFileKnowledge({ folder }),
    clock: { now: () => Date.now() },
    logger: silent,
    store: null,
    meaning: await loadMeaning(),
  });
}
