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

/** Two content terms that follow each other closely in the question. */
interface Neighbours {
  /** Position of the first of them among the content terms. */
  readonly position: number;
  readonly weight: number;
}

/** What runs of terms are weighed with for one question. */
export interface QuestionMeasure {
  readonly query: Query;
  /** Share of the question's meaning that each of its content terms has. They add up to 1. */
  readonly shares: Float32Array;
  /**
   * What each content term counts of what is asked about the names: nothing for a name or number, the same for every
   * other. They add up to 1.
   */
  readonly described: Float32Array;
  readonly neighbours: readonly Neighbours[];
  readonly match: TermMatcher;
}

/** Prepares what every run of terms is weighed with for one question. */
export function createQuestionMeasure(query: Query, match: TermMatcher): QuestionMeasure {
  const shares = termShares(query);
  const places = query.contentTerms.map((term) => query.terms.indexOf(term));
  const neighbours = query.contentTerms.slice(1).flatMap((_, position) => {
    const gap = (places[position + 1] ?? 0) - (places[position] ?? 0);
    return gap > widestQuestionGap
      ? []
      : { position, weight: (shares[position] ?? 0) + (shares[position + 1] ?? 0) };
  });
  return { query, shares, described: describedShares(query), neighbours, match };
}

/** Shares of the question's meaning that each of its content terms has. They add up to 1. */
export function termShares(query: Query): Float32Array {
  const total = query.contentTerms.reduce((sum, term) => sum + term.idf, 0) || 1;
  return Float32Array.from(query.contentTerms, (term) => term.idf / total);
}

/** A question of nothing but names is described by them. */
function describedShares({ contentTerms }: Query): Float32Array {
  const others = contentTerms.filter(({ isNamed }) => !isNamed).length;
  return Float32Array.from(contentTerms, ({ isNamed }) => {
    if (others === 0) return 1 / contentTerms.length;
    return isNamed ? 0 : 1 / others;
  });
}

/** The share of the question that a set of content terms, given as bits by position, stands for. */
export function shareOf(present: number, shares: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < shares.length; i += 1) if (((present >> i) & 1) === 1) sum += shares[i] ?? 0;
  return sum;
}

/** How well one run of terms fits the question. */
export function weighPhrase(
  phrase: Phrase,
  { query, shares, neighbours, match }: QuestionMeasure,
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
    pairs: pairShare(places, neighbours),
    similarity: cosine(query.vector, phrase.vector),
  };
}

/**
 * The evidence of every sentence of a passage, in order.
 * @param head Content terms that stand in title, headings or entry question, as bits.
 */
export function weighSentences(
  { passage, sentences }: IndexedPassage,
  head: number,
  measure: QuestionMeasure,
): readonly SentenceEvidence[] {
  return sentences.map((sentence) => {
    const evidence = weighPhrase(sentence, measure);
    return {
      ...evidence,
      sentence,
      rest: shareOf(evidence.present & ~head, measure.shares),
      holdsAsked: sentenceHolds(sentence, passage.text, measure) ? 1 : 0,
    };
  });
}

function sentenceHolds(sentence: Sentence, text: string, { query, match }: QuestionMeasure): boolean {
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
  return holdsAsked(query.asked, {
    text: text.slice(sentence.start, sentence.end),
    words,
    language: query.language,
  });
}

/** The weighted sum of likenesses: a share from 0 to 1. */
export function weighted(likenesses: Float32Array, shares: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < shares.length; i += 1) sum += (likenesses[i] ?? 0) * (shares[i] ?? 0);
  return sum;
}

/** Raises every value of `values` to at least that of `others`. */
export function raise(values: Float32Array, others: Float32Array): void {
  for (let i = 0; i < values.length; i += 1) values[i] = Math.max(values[i] ?? 0, others[i] ?? 0);
}

function pairShare(places: readonly (readonly number[])[], neighbours: readonly Neighbours[]): number {
  let all = 0;
  let found = 0;
  for (const { position, weight } of neighbours) {
    all += weight;
    if (standTogether(places[position] ?? [], places[position + 1] ?? [])) found += weight;
  }
  return all === 0 ? 0 : found / all;
}

function standTogether(places: readonly number[], others: readonly number[]): boolean {
  return places.some((place) => others.some((other) => Math.abs(place - other) <= widestSentenceGap));
}
