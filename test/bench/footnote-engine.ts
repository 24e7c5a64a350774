import { answerQuestion, rankPassages } from '../../src/answer/answer-question.ts';
import { createAnswerIndex } from '../../src/answer/create-answer-index.ts';
import type { SearchIndex } from '../../src/search/search-index.ts';
import { loadMeaning } from '../../src/storage/load-meaning.ts';

import { wantedResults, type BuildEngine, type Engine } from './engine.ts';

/** Footnote's own index. The tables of word meanings are read once for a process, before any knowledge. */
export async function createFootnote(): Promise<BuildEngine> {
  const meaning = await loadMeaning();
  return (passages) =>
    Promise.resolve(toEngine(createAnswerIndex(passages, { meaning, without: new Set() })));
}

/** What is timed is the whole answer, from the analysis of the question to the citation. */
function toEngine(index: SearchIndex): Engine {
  return {
    ask: (question) => answerQuestion(question, index),
    firstTen: (question) =>
      Promise.resolve(rankPassages(question, index, wantedResults).map(({ passage }) => passage.id)),
  };
}
