import { parseCorpus } from '../../src/corpus/parse-corpus.ts';
import { cutPassages } from '../../src/passages/cut-passages.ts';
import { shippedFitted } from '../../src/search/fitted.ts';
import { createSearchIndex, type SearchIndex } from '../../src/search/search-index.ts';
import { loadMeaning } from '../../src/storage/load-meaning.ts';

/** Source files by path. */
export type Files = Readonly<Record<string, string>>;

const meaning = await loadMeaning();

/** The index of these source files, with all that Footnote ships. */
export function indexFiles(files: Files): SearchIndex {
  const sources = Object.entries(files).map(([path, text]) => ({ path, text }));
  return createSearchIndex(cutPassages(parseCorpus(sources).documents), {
    meaning,
    without: new Set(),
    fitted: shippedFitted,
  });
}
