import { holdsAsked } from './holds-asked.ts';
import { termFlags, type IndexedPassage, type Phrase, type Sentence } from './indexed-passage.ts';
import type { Query } from './query.ts';
import { cosine } from './sentence-vector.ts';
import type { TermMatcher } from './term-matcher.ts';

/**
 * How well a run of terms fits a question. Every value is a share from 0 to 1 of the question's content terms, each
 * weighted by its inverse document frequency.
 */
export interface PhraseEvidence {
  /** For every content term of the question: 1 when it is there, else how close the closest word comes. */
  readonly likeness: Float32Array;
  /** Content terms that are there, as bits by position. */
  readonly present: number;
  /** Terms that are there. */
  readonly coverage: number;
  /** The same, with words that come close by meaning or by letters counted in part. */
  readonly softCoverage: number;
  /** Neighbours in the question that stand within four words here. */
  readonly pairs: number;
  /** Cosine of the meaning of both, from -1 to 1. */
  readonly similarity: number;
}

/** The evidence of one sentence of a passage. */
export interface SentenceEvidence extends PhraseEvidence {
  readonly sentence: Sentence;
  /** Coverage without the terms that already stand in title, headings or entry question. */
  readonly rest: number;
  /** 1 when it holds a thing of the kind that the question asks for. */
  readonly holdsAsked: number;
}

/** Words between neighbours of the question, and between the same words in a sentence, that still count as a pair. */
const widestQuestionGap = 3;
const widestSentenceGap = 4;

/** Shares of the question's meaning that each of its content terms has. They add up to 1. */
export function termShares(query: Query): Float32Array {
  const total = query.contentTerms.reduce((sum, term) => sum + term.idf, 0) || 1;
  return Float32Array.from(query.contentTerms, (term) => term.idf / total);
}

/** The share of the question that a set of content terms, given as bits by position, stands for. */
export function shareOf(present: number, shares: Float32Array): number {
  return shares.reduce((sum, share, i) => (((present >> i) & 1) === 1 ? sum + share : sum), 0);
}

export function weighPhrase(
  phrase: Phrase,
  query: Query,
  shares: Float32Array,
  match: TermMatcher,
): PhraseEvidence {
  const { ids, flags } = phrase;
  const likeness = new Float32Array(shares.length);
  const places = Array.from(shares, (): number[] => []);
  let present = 0;
  for (let place = 0; place < ids.length; place += 1) {
    const id = ids[place] ?? 0;
    const position = match.positionOf(id);
    if (position >= 0) {
      present |= 1 << position;
      places[position]?.push(place);
    } else if (((flags[place] ?? 0) & termFlags.stopWord) !== 0) continue;
    raise(likeness, match.likenessOf(id));
  }
  return {
    likeness,
    present,
    coverage: shareOf(present, shares),
    softCoverage: weighted(likeness, shares),
    pairs: pairShare(places, query, shares),
    similarity: cosine(query.vector, phrase.vector),
  };
}

export function weighSentences(
  { passage, sentences }: IndexedPassage,
  head: number,
  query: Query,
  shares: Float32Array,
  match: TermMatcher,
): readonly SentenceEvidence[] {
  return sentences.map((sentence) => {
    const evidence = weighPhrase(sentence, query, shares, match);
    return {
      ...evidence,
      sentence,
      rest: shareOf(evidence.present & ~head, shares),
      holdsAsked: sentenceHolds(sentence, passage.text, query, match) ? 1 : 0,
    };
  });
}

function sentenceHolds(sentence: Sentence, text: string, query: Query, match: TermMatcher): boolean {
  if (query.asked === null) return false;
  const words = Array.from(sentence.ids, (id, i) => {
    const flags = sentence.flags[i] ?? 0;
    return {
      isCapitalised: (flags & termFlags.capitalised) !== 0,
      isNumeric: (flags & termFlags.numeric) !== 0,
      isStopWord: (flags & termFlags.stopWord) !== 0,
      isFirst: (flags & termFlags.first) !== 0,
      isAsked: match.positionOf(id) >= 0,
    };
  });
  return holdsAsked(query.asked, text.slice(sentence.start, sentence.end), words, query.language);
}

/** The weighted sum of likenesses: a share from 0 to 1. */
export function weighted(likenesses: Float32Array, shares: Float32Array): number {
  return likenesses.reduce((sum, likeness, i) => sum + likeness * (shares[i] ?? 0), 0);
}

/** Raises every value of `values` to at least that of `others`. */
export function raise(values: Float32Array, others: Float32Array): void {
  for (let i = 0; i < values.length; i += 1) values[i] = Math.max(values[i] ?? 0, others[i] ?? 0);
}

function pairShare(places: readonly (readonly number[])[], query: Query, shares: Float32Array): number {
  const positions = query.contentTerms.map((term) => query.terms.indexOf(term));
  let all = 0;
  let found = 0;
  for (let i = 0; i + 1 < places.length; i += 1) {
    if ((positions[i + 1] ?? 0) - (positions[i] ?? 0) > widestQuestionGap) continue;
    const weight = (shares[i] ?? 0) + (shares[i + 1] ?? 0);
    all += weight;
    if (standTogether(places[i] ?? [], places[i + 1] ?? [])) found += weight;
  }
  return all === 0 ? 0 : found / all;
}

function standTogether(places: readonly number[], others: readonly number[]): boolean {
  return places.some((place) => others.some((other) => Math.abs(place - other) <= widestSentenceGap));
}
