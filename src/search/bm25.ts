import type { Passage } from '../passages/passage.ts';

import { kindEnd, kindStart, phraseKinds, termId, type PassageTerms } from './passage-terms.ts';
import type { Query, QueryTerm } from './query.ts';
import type { ScratchPool } from './scratch.ts';

/** BM25+ with the parameters that MiniSearch has by itself: none of 60 others that were tried put more passages first. */
export const bm25Parameters = { k: 1.2, b: 0.7, d: 0.5 } as const;

/** The fields of a passage that are scored apart. */
export const fieldNames = ['text', 'title', 'question', 'alias'] as const;

/** A field of a passage that is scored apart. */
export type FieldName = (typeof fieldNames)[number];

/** Weight of each field. */
export const fieldBoosts: Readonly<Record<FieldName, number>> = {
  text: 1,
  title: 0.5,
  question: 3,
  alias: 2,
};

/** Weight of a grammar word beside a word that carries meaning. */
export const grammarWeight = 0.3;

/** Where the phrases of a field of a passage begin and end in the phrases of its index. */
export interface PhraseRange {
  readonly from: number;
  readonly to: number;
}

/** The phrases of one field of a passage, given by its number. */
export function fieldRange(
  terms: PassageTerms,
  passage: number,
  { question }: Pick<Passage, 'question'>,
  field: FieldName,
): PhraseRange {
  const { sentence, heading, phrasing } = phraseKinds;
  switch (field) {
    case 'text':
      return { from: kindStart(terms, passage, sentence), to: kindEnd(terms, passage, sentence) };
    case 'title':
      return { from: kindStart(terms, passage, heading), to: kindEnd(terms, passage, heading) };
    case 'question': {
      const from = kindStart(terms, passage, phrasing);
      return { from, to: question === null ? from : from + 1 };
    }
    case 'alias': {
      const from = kindStart(terms, passage, phrasing);
      return { from: question === null ? from : from + 1, to: kindEnd(terms, passage, phrasing) };
    }
  }
}

/** What a term brings to the score of one field, without its inverse document frequency and the weight of the field. */
export function termScore(count: number, length: number, averageLength: number): number {
  const { k, b, d } = bm25Parameters;
  return d + (count * (k + 1)) / (count + k * (1 - b + (b * length) / averageLength));
}

/** Scores passages over all terms of one question. */
export interface Bm25 {
  /** BM25+ of a passage, divided by the sum of the terms' inverse document frequencies. */
  score(terms: PassageTerms, passage: number, owner: Pick<Passage, 'question'>): number;
  /** Ends the scoring: nothing may be asked of it from then on. */
  release(): void;
}

/** What passages are scored with. */
export interface Bm25Parts {
  /** Terms of the vocabulary. */
  readonly vocabularySize: number;
  readonly averages: FieldLengths;
  readonly stopWordWeight: number;
  readonly scratch: ScratchPool;
}

/** Terms of each field. */
export type FieldLengths = Readonly<Record<FieldName, number>>;

/** Prepares the scoring for one question. */
export function createBm25(query: Query, parts: Bm25Parts): Bm25 {
  const { averages, stopWordWeight, scratch } = parts;
  // A term counts once for each time that it is asked, and under every stem that it may have.
  const terms = query.terms.filter(({ ids }) => ids.length > 0);
  const weights = terms.map((term) => (isGrammar(term, query) ? stopWordWeight : 1) * term.idf);
  const best = query.terms.reduce(
    (sum, term) => sum + (isGrammar(term, query) ? stopWordWeight : 1) * term.idf,
    0,
  );
  const ids = [...new Set(terms.flatMap((term) => term.ids))];
  const places = scratch.take(parts.vocabularySize);
  ids.forEach((id, place) => (places[id] = place + 1));
  const placesOf = terms.map((term) => term.ids.map((id) => places[id] ?? 0));
  const counts = new Int32Array(ids.length + 1);

  const scoreField = (passages: PassageTerms, { from, to }: PhraseRange, averageLength: number): number => {
    if (from === to) return 0;
    for (let i = 0; i < counts.length; i += 1) counts[i] = 0;
    const length = countTerms(passages, from, to, places, counts);
    let score = 0;
    for (let i = 0; i < placesOf.length; i += 1) {
      let count = 0;
      for (const place of placesOf[i] ?? []) count += counts[place] ?? 0;
      if (count > 0) score += (weights[i] ?? 0) * termScore(count, length, averageLength);
    }
    return score;
  };
  return {
    score(passages, passage, owner) {
      let score = 0;
      for (const field of fieldNames) {
        const range = fieldRange(passages, passage, owner, field);
        score += fieldBoosts[field] * scoreField(passages, range, averages[field]);
      }
      return best === 0 ? 0 : score / best;
    },
    release() {
      for (const id of ids) places[id] = 0;
      scratch.give(places);
    },
  };
}

/** Counts the terms of a field by their places; those without one are counted at place 0. Gives the number of all. */
function countTerms(
  { terms, phraseStarts, phrases }: PassageTerms,
  from: number,
  to: number,
  places: Int32Array,
  counts: Int32Array,
): number {
  let length = 0;
  for (let i = from; i < to; i += 1) {
    const phrase = phrases[i] ?? 0;
    const end = phraseStarts[phrase + 1] ?? 0;
    let at = phraseStarts[phrase] ?? 0;
    length += end - at;
    for (; at < end; at += 1) {
      const place = places[termId(terms[at] ?? 0)] ?? 0;
      if (place > 0) counts[place] = (counts[place] ?? 0) + 1;
    }
  }
  return length;
}

/** A question of nothing but grammar words is asked with all of them. */
function isGrammar(term: QueryTerm, query: Query): boolean {
  return term.isStopWord && query.contentTerms.some(({ isStopWord }) => !isStopWord);
}
