import type { ParsedFile } from '../corpus/parse-corpus.ts';

/** Paths of the source files that one reading has and another has not, or has otherwise. */
export interface FileChanges {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

type Files = ReadonlyMap<string, ParsedFile>;

/** Paths of the source files that differ, each list in path order. */
export function compareFiles(before: Files, after: Files): FileChanges {
  return {
    added: [...after.keys()].filter((path) => !before.has(path)).sort(),
    changed: [...after.values()]
      .filter(({ file }) => before.has(file.path) && before.get(file.path)?.file.text !== file.text)
      .map(({ file }) => file.path)
      .sort(),
    removed: [...before.keys()].filter((path) => !after.has(path)).sort(),
  };
}
