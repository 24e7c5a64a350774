import { parseCorpus } from '../../src/corpus/parse-corpus.ts';
import { cutPassages } from '../../src/passages/cut-passages.ts';
import type { Passage } from '../../src/passages/passage.ts';

import type { Files } from './index-files.ts';

/** The passages of these source files. */
export function cutFiles(files: Files): readonly Passage[] {
  const sources = Object.entries(files).map(([path, text]) => ({ path, text }));
  return cutPassages(parseCorpus(sources).documents);
}
