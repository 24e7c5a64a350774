import type { SourceFile } from '../corpus/document.ts';

/** Paths of the source files that one reading has and another has not, or has otherwise. */
export interface FileChanges {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

type Files = ReadonlyMap<string, SourceFile>;

/** Paths of the source files that differ, each list in path order. */
export function compareFiles(before: Files, after: Files): FileChanges {
  return {
    added: [...after.keys()].filter((path) => !before.has(path)).sort(),
    changed: [...after.values()]
      .filter(({ path, text }) => before.has(path) && before.get(path)?.text !== text)
      .map(({ path }) => path)
      .sort(),
    removed: [...before.keys()].filter((path) => !after.has(path)).sort(),
  };
}
