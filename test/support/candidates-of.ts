import type { CreateCandidates } from '../../src/search/candidate-index.ts';
import { createLayer } from '../../src/search/layer.ts';
import { parseQuery } from '../../src/search/parse-query.ts';
import { createVocabulary } from '../../src/search/vocabulary.ts';
import { stemWord } from '../../src/text/stem-word.ts';
import { parseCorpus } from '../../src/corpus/parse-corpus.ts';
import { cutPassages } from '../../src/passages/cut-passages.ts';

/** Asks one engine for the texts, given by their places, that share words with a question. */
export function candidatesOf(
  texts: readonly string[],
  createCandidates: CreateCandidates,
): { retrieve(question: string, limit: number): readonly number[] } {
  const files = texts.map((text, i) => ({
    path: `articles/${String(i).padStart(4, '0')}.md`,
    text: `# ~\n\n${text}\n`,
  }));
  const documents = parseCorpus(files).documents;
  const passages = cutPassages(documents);
  const vocabulary = createVocabulary();
  const layer = createLayer(passages, { vocabulary, stem: stemWord, meaning: null, createCandidates });
  const context = {
    vocabulary,
    frequencies: { vocabulary, passages: passages.length, prior: null },
    languages: ['en'] as const,
    meaning: null,
    correct: (word: string) => word,
    stem: stemWord,
  };
  return {
    retrieve: (question, limit) => layer.candidates.retrieve(parseQuery(question, context), limit),
  };
}
