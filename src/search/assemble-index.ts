import type { Passage } from '../passages/passage.ts';
import type { Language } from '../text/language.ts';

import { grammarWeight } from './bm25.ts';
import { createPostingCandidates } from './candidates.ts';
import { extendVocabulary } from './extend-vocabulary.ts';
import { addTotals, averageLengths, type FieldTotals } from './field-lengths.ts';
import { fewPassages, forSize, numbersFor, type ByKind } from './fitted.ts';
import type { Hit } from './hit.ts';
import { createLayer, type Layer } from './layer.ts';
import { createLetterSketches, type LetterSketches } from './letter-sketch.ts';
import type { NumberedPassage } from './measure-passage.ts';
import { createMeasuring } from './measuring.ts';
import { parseQuery, type QueryContext } from './parse-query.ts';
import type { Query } from './query.ts';
import { rankHits, toHit } from './rank-hits.ts';
import type { ScratchPool } from './scratch.ts';
import type { SearchIndex, SearchIndexOptions } from './search-index.ts';
import { createSpellingCorrector } from './spelling.ts';
import { questionStemmerFor, stemmerFor } from './stemmer-for.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Weights } from './weigh.ts';
import { createWordList, type WordList } from './word-list.ts';

/** A layer of which some passages are not found. */
interface ShownLayer extends Layer {
  /** Their numbers. */
  readonly hidden: ReadonlySet<number>;
}

/** What an index is assembled from. */
export interface IndexParts {
  readonly layers: readonly ShownLayer[];
  readonly vocabulary: Vocabulary;
  /** The words of the vocabulary. */
  readonly words: readonly WordList[];
  /** The letters of the words that its terms are compared by. */
  readonly sketches: LetterSketches;
  readonly totals: FieldTotals;
  /** How many passages are found. */
  readonly size: number;
  /** Languages of the passages, the one with the most passages first. */
  readonly languages: readonly Language[];
  readonly scratch: ScratchPool;
  readonly options: SearchIndexOptions;
}

/** Of more passages as many are looked at: of 1,200 the right one was among the best 30 for 99 of 100 questions. */
const candidateCount = 30;

/** So many of them are measured closely at least; ARCHITECTURE.md has what that changes. */
const closelyMeasured = 8;

/** An index of layers that are built. */
export function assembleIndex(parts: IndexParts): SearchIndex {
  const { layers, size, options } = parts;
  const { without, fitted } = options;
  const context = contextOf(parts);
  const measuring = createMeasuring({
    context,
    sketches: parts.sketches,
    averages: averageLengths(parts.totals),
    stopWordWeight: without.has('stop-words') ? 0 : grammarWeight,
    scratch: parts.scratch,
  });
  const rankFor = (query: Query): ByKind<Weights> => forSize(numbersFor(fitted, query).rank, size);
  const search = (
    query: Query,
    limit: number,
    isSought: (one: NumberedPassage) => boolean,
  ): readonly Hit[] => {
    const isFew = size <= fewPassages;
    const rank = rankFor(query);
    const found = layers.flatMap((layer) => (isFew ? allOf(layer) : candidatesOf(layer, query)));
    const sieve = isFew ? null : { limit: Math.max(limit, closelyMeasured), rank };
    return rankHits(measuring.measure(query, found.filter(isSought), sieve), rank).slice(0, limit);
  };
  return {
    size,
    fitted,
    parse: (question) => parseQuery(question, context),
    findNamed(query) {
      const named = without.has('names') ? [] : layers.flatMap((layer) => findNamed(layer, query));
      return measuring.measure(query, named, null).map((one) => toHit(one, rankFor(query)));
    },
    search: (query, limit) => search(query, limit, () => true),
    searchEntries: (query, limit) => search(query, limit, ({ passage }) => passage.question !== null),
    closestWords: (query, passage) =>
      layers
        .flatMap((layer) => pick(layer, [layer.passages.indexOf(passage)]))
        .flatMap((one) => measuring.closestWords(query, one)),
    refit: (other) => assembleIndex({ ...parts, options: { ...options, fitted: other } }),
    extend: (passages, hidden) => assembleIndex(extendParts(parts, passages, hidden)),
  };
}

function contextOf({ vocabulary, words, size, languages, options }: IndexParts): QueryContext {
  const { without } = options;
  const meaning = without.has('meaning') ? null : options.meaning;
  return {
    frequencies: { vocabulary, passages: size, prior: without.has('prior') ? null : meaning },
    vocabulary,
    stem: questionStemmerFor(without),
    meaning,
    languages,
    correct: without.has('spelling')
      ? (word) => word
      : createSpellingCorrector({ vocabulary, words, meaning: options.meaning }),
  };
}

/**
 * The parts of an index with one more layer. Terms of hidden passages still count, in frequencies and average lengths;
 * a term that the index has already keeps its most frequent word, and a word its number of occurrences. Each layer names its own best candidates, so
 * together they are at least those that one index of all would measure.
 */
function extendParts(
  parts: IndexParts,
  passages: readonly Passage[],
  hidden: ReadonlySet<string>,
): IndexParts {
  const { options, layers } = parts;
  const extended = extendVocabulary(parts.vocabulary);
  const added = createLayer(passages, {
    vocabulary: extended.builder,
    stem: stemmerFor(options.without),
    meaning: options.without.has('meaning') ? null : options.meaning,
    createCandidates: createPostingCandidates,
  });
  const vocabulary = extended.build();
  const shown = layers.map((layer) => hide(layer, hidden));
  const all = [...shown, { ...added, hidden: new Set<number>() }];
  return {
    ...parts,
    layers: all,
    vocabulary,
    words: [...parts.words, createWordList(vocabulary.words())],
    sketches: createLetterSketches(vocabulary, { sketches: parts.sketches, size: parts.vocabulary.size }),
    totals: addTotals(parts.totals, added.totals),
    size: all.reduce((sum, layer) => sum + layer.passages.length - layer.hidden.size, 0),
    languages: [...new Set([...parts.languages, ...languagesOf(passages)])],
  };
}

function hide(layer: ShownLayer, ids: ReadonlySet<string>): ShownLayer {
  if (ids.size === 0) return layer;
  const numbers = layer.passages.flatMap(({ id }, number) => (ids.has(id) ? [number] : []));
  return { ...layer, hidden: new Set([...layer.hidden, ...numbers]) };
}

function pick(
  { passages, terms, hidden }: ShownLayer,
  numbers: readonly number[],
): readonly NumberedPassage[] {
  return numbers.flatMap((number) => {
    const passage = passages[number];
    return passage === undefined || hidden.has(number) ? [] : [{ passage, number, terms }];
  });
}

function allOf(layer: ShownLayer): readonly NumberedPassage[] {
  return pick(layer, [...layer.passages.keys()]);
}

function findNamed(layer: ShownLayer, { text }: Query): readonly NumberedPassage[] {
  return pick(layer, layer.names.find(text));
}

function candidatesOf(layer: ShownLayer, query: Query): readonly NumberedPassage[] {
  const found = layer.candidates.retrieve(query, candidateCount + layer.hidden.size);
  return pick(layer, found).slice(0, candidateCount);
}

/** The languages of passages, the one with the most passages first. */
export function languagesOf(passages: readonly Passage[]): readonly Language[] {
  const counts = new Map<Language, number>();
  for (const { language } of passages) counts.set(language, (counts.get(language) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([language]) => language);
}
