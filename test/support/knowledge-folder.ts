import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { createLibrary, type LibraryParts } from '../../src/library/create-library.ts';
import type { Library } from '../../src/library/library.ts';
import { createFileKnowledge } from '../../src/storage/file-knowledge.ts';
import { loadMeaning } from '../../src/storage/load-meaning.ts';

import type { Files } from './index-files.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A temporary folder of real source files. */
export class KnowledgeFolder {
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  static async create(files: Files = {}): Promise<KnowledgeFolder> {
    const folder = new KnowledgeFolder(await mkdtemp(join(tmpdir(), 'footnote-')));
    for (const [path, text] of Object.entries(files)) await folder.write(path, text);
    return folder;
  }

  async write(path: string, text: string): Promise<void> {
    const file = join(this.path, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }

  async remove(path = '.'): Promise<void> {
    await rm(join(this.path, path), { recursive: true, force: true });
  }

  /** The library of the folder, with all that Footnote ships; without servers unless a store is given. */
  async openLibrary(parts: Partial<LibraryParts> = {}): Promise<Library> {
    return createLibrary({
      knowledge: createFileKnowledge({ folder: this.path }),
      store: null,
      clock: { now: () => 0 },
      logger: silent,
      meaning: await loadMeaning(),
      ...parts,
    });
  }
}
