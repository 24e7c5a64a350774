import type { Passage } from '../passages/passage.ts';
import type { Language } from '../text/language.ts';
import type { Meaning } from '../text/meaning.ts';
import { stemWord } from '../text/stem-word.ts';

import { grammarWeight } from './bm25.ts';
import { createCandidates } from './candidates.ts';
import { averageLengths } from './field-lengths.ts';
import { fewPassages, forSize, leaveStepsOut, numbersFor, type ByKind, type Fitted } from './fitted.ts';
import type { Hit } from './hit.ts';
import { createLayer } from './layer.ts';
import type { NumberedPassage } from './measure-passage.ts';
import { createMeasuring } from './measuring.ts';
import { parseQuery, type QueryContext } from './parse-query.ts';
import type { Query } from './query.ts';
import { rankHits, toHit } from './rank-hits.ts';
import { createScratchPool } from './scratch.ts';
import { createSpellingCorrector, type SpellingCorrector } from './spelling.ts';
import type { Step } from './steps.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';
import type { Weights } from './weigh.ts';
import { createWordList } from './word-list.ts';

/** What an index is built with. */
export interface SearchIndexOptions {
  /** Tables of word meanings; null where there are none. */
  readonly meaning: Meaning | null;
  /** Steps of the pipeline to leave out, to measure what they bring. */
  readonly without: ReadonlySet<Step>;
  readonly fitted: Fitted;
}

/** An immutable index of the passages of one snapshot. */
export interface SearchIndex {
  readonly passages: readonly Passage[];
  /** The fitted numbers that everything about this index is weighed with. */
  readonly fitted: Fitted;
  /** Parses a question in the terms of this index. */
  parse(question: string): Query;
  /** The passages under the entry question, heading or title that the question spells out; empty for any other. */
  findNamed(query: Query): readonly Hit[];
  /** The passages that fit best, best first. */
  search(query: Query, limit: number): readonly Hit[];
  /** For every content term of the question, the word of a passage of this index that comes closest; null for none. */
  closestWords(query: Query, passage: Passage): readonly (string | null)[];
}

/** Of more passages as many are measured: of 1,200 the right one was among the best 30 for 99 of 100 questions. */
const candidateCount = 40;

/** So many of them are measured closely; with 16 the first answer of 4,624 tuning questions stayed what it is with all 40. */
const closelyMeasured = 12;

/** Analyses and indexes passages. */
export function createSearchIndex(passages: readonly Passage[], options: SearchIndexOptions): SearchIndex {
  const { without } = options;
  const fitted = leaveStepsOut(options.fitted, without);
  const meaning = without.has('meaning') ? null : options.meaning;
  const stem = without.has('stemming') ? (word: string) => word : stemWord;
  const vocabulary = createVocabulary();
  const layer = createLayer(passages, { vocabulary, stem, meaning, createCandidates });
  const context: QueryContext = {
    frequencies: { vocabulary, passages: passages.length, prior: without.has('prior') ? null : meaning },
    vocabulary,
    stem,
    meaning,
    languages: languagesOf(passages),
    correct: createCorrector(vocabulary, options),
  };
  const measuring = createMeasuring({
    context,
    averages: averageLengths(layer.totals),
    stopWordWeight: without.has('stop-words') ? 0 : grammarWeight,
    scratch: createScratchPool(),
  });
  const pick = (numbers: readonly number[]): readonly NumberedPassage[] =>
    numbers.flatMap((number) => {
      const passage = passages[number];
      return passage === undefined ? [] : [{ passage, number, terms: layer.terms }];
    });
  const all = [...passages.keys()];
  const rankFor = (query: Query): ByKind<Weights> => forSize(numbersFor(fitted, query).rank, passages.length);
  return {
    passages,
    fitted,
    parse: (question) => parseQuery(question, context),
    findNamed(query) {
      const named = without.has('names') ? [] : pick(layer.names.find(query.text));
      return measuring.measure(query, named, null).map((one) => toHit(one, rankFor(query)));
    },
    search(query, limit) {
      const isFew = passages.length <= fewPassages;
      const found = isFew ? all : layer.candidates.retrieve(query, candidateCount);
      const rank = rankFor(query);
      const sieve = isFew ? null : { limit: Math.max(limit, closelyMeasured), rank };
      return rankHits(measuring.measure(query, pick(found), sieve), rank).slice(0, limit);
    },
    closestWords: (query, passage) =>
      pick([passages.indexOf(passage)]).flatMap((one) => measuring.closestWords(query, one)),
  };
}

function createCorrector(
  vocabulary: Vocabulary,
  { without, meaning }: SearchIndexOptions,
): SpellingCorrector {
  if (without.has('spelling')) return (word) => word;
  return createSpellingCorrector({ vocabulary, words: [createWordList(vocabulary.words())], meaning });
}

/** The languages of the passages, the one with the most passages first. */
function languagesOf(passages: readonly Passage[]): readonly Language[] {
  const counts = new Map<Language, number>();
  for (const { language } of passages) counts.set(language, (counts.get(language) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([language]) => language);
}
