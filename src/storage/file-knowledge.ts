import { realpath, stat } from 'node:fs/promises';

import type { SourceFile } from '../corpus/document.ts';
import type { Problem } from '../corpus/problem.ts';
import type { KnowledgeStore, Logger } from '../library/ports.ts';

import { findFiles } from './find-files.ts';
import { readSourceFile } from './read-source-file.ts';
import { watchFolder } from './watch-folder.ts';

/** Where the knowledge is read from. */
export interface FileKnowledgeOptions {
  /** The folder that holds the knowledge; relative to the working folder of the process. */
  readonly folder: string;
  readonly logger?: Logger;
}

const silent: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Nothing else would tell an operator who named the wrong folder. */
const emptyFolder: Problem = {
  path: '.',
  line: 1,
  severity: 'warning',
  rule: 'empty-folder',
  message: 'unexpected folder without any knowledge, expected Markdown, text, HTML or YAML files in it',
};

/** Open files at a time: enough to keep the disk busy, far below the limits of a process. */
const filesAtOnce = 16;

/**
 * The knowledge in a folder of files, at any depth. Reading and watching reject with one plain sentence when the folder
 * is missing.
 */
export function createFileKnowledge({ folder, logger = silent }: FileKnowledgeOptions): KnowledgeStore {
  return {
    async read(known = new Map()) {
      const root = await rootOf(folder);
      const found = await findFiles(root);
      const files: SourceFile[] = [];
      const problems: Problem[] = [...found.problems];
      if (found.files.length + problems.length === 0) problems.push(emptyFolder);
      for (let start = 0; start < found.files.length; start += filesAtOnce) {
        const batch = found.files.slice(start, start + filesAtOnce);
        for (const result of await Promise.all(
          batch.map((file) => readSourceFile(root, file, known.get(file.path))),
        )) {
          if (result.outcome === 'read') files.push(result.file);
          if (result.outcome === 'set-aside') problems.push(result.problem);
        }
      }
      return { files, problems: problems.sort((a, b) => (a.path < b.path ? -1 : 1)) };
    },
    async watch(onChange) {
      return watchFolder(await rootOf(folder), onChange, logger);
    },
  };
}

async function rootOf(folder: string): Promise<string> {
  const remedy = 'name another one with KNOWLEDGE_DIR or --knowledge';
  let root: string;
  try {
    root = await realpath(folder);
  } catch {
    throw new Error(`The knowledge folder "${folder}" does not exist: create it, or ${remedy}.`);
  }
  if (!(await stat(root)).isDirectory()) {
    throw new Error(`The knowledge folder "${folder}" is a file and no folder: ${remedy}.`);
  }
  return root;
}
