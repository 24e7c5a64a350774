import { prepareTrial } from '../../src/evaluation/prepare-trial.ts';
import type { SearchIndex } from '../../src/search/search-index.ts';
import { loadMeaning } from '../../src/storage/load-meaning.ts';

/** Source files by path. */
export type Files = Readonly<Record<string, string>>;

const meaning = await loadMeaning();

/** The index of these source files, with all that Footnote ships. */
export function indexFiles(files: Files): SearchIndex {
  const sources = Object.entries(files).map(([path, text]) => ({ path, text }));
  return prepareTrial(sources, [], { meaning, without: new Set(), typosSeed: null, aliases: 0 }).index;
}
