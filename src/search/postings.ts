import type { Passage } from '../passages/passage.ts';

import {
  fieldBoosts,
  fieldNames,
  fieldRange,
  termScore,
  type FieldLengths,
  type PhraseRange,
} from './bm25.ts';
import { lengthOf } from './field-lengths.ts';
import { createNumberList } from './growing-lists.ts';
import { termId, type PassageTerms } from './passage-terms.ts';

/** For every term the passages that have it and what it brings to their scores, in typed arrays. */
export interface Postings {
  /** How many passages these are of. */
  readonly size: number;
  /** The terms that occur, in ascending order. */
  readonly ids: Int32Array;
  /** Where the postings of each of them begin, and at last where they all end. */
  readonly starts: Int32Array;
  /** The passages of each term, in ascending order. */
  readonly passages: Int32Array;
  /** BM25+ of the term in that passage over all fields, without its inverse document frequency. */
  readonly impacts: Float32Array;
  /** The greatest impact of each term. */
  readonly greatest: Float32Array;
}

/** What postings are made of. */
export interface PostingParts {
  readonly terms: PassageTerms;
  readonly passages: readonly Passage[];
  readonly vocabularySize: number;
  readonly averages: FieldLengths;
}

/** Makes the postings of passages: counts them first, then fills them in. */
export function createPostings(parts: PostingParts): Postings {
  const { terms, vocabularySize, passages } = parts;
  const counts = countPassages(terms, vocabularySize);
  const ids = createNumberList();
  const starts = createNumberList();
  let sum = 0;
  counts.forEach((count, id) => {
    if (count === 0) return;
    ids.push(id);
    starts.push(sum);
    // From here on the place of the term's next posting.
    counts[id] = sum;
    sum += count;
  });
  starts.push(sum);
  const postings = {
    size: passages.length,
    ids: ids.toArray(),
    starts: starts.toArray(),
    passages: new Int32Array(sum),
    impacts: new Float32Array(sum),
  };
  const impactsOf = createImpacts(parts);
  for (let passage = 0; passage < passages.length; passage += 1) {
    impactsOf(passage, (id, impact) => {
      const place = counts[id] ?? 0;
      counts[id] = place + 1;
      postings.passages[place] = passage;
      postings.impacts[place] = impact;
    });
  }
  return { ...postings, greatest: greatestImpacts(postings) };
}

/** In how many passages each term occurs, by its number. */
function countPassages(terms: PassageTerms, vocabularySize: number): Int32Array {
  const counts = new Int32Array(vocabularySize);
  const lastSeen = new Int32Array(vocabularySize);
  for (let passage = 0; passage < terms.size; passage += 1) {
    const [from, to] = [terms.kindStarts[3 * passage] ?? 0, terms.kindStarts[3 * passage + 3] ?? 0];
    forEachTerm(terms, { from, to }, (id) => {
      if (lastSeen[id] === passage + 1) return;
      lastSeen[id] = passage + 1;
      counts[id] = (counts[id] ?? 0) + 1;
    });
  }
  return counts;
}

function forEachTerm(
  { terms, phrases, phraseStarts }: PassageTerms,
  { from, to }: PhraseRange,
  visit: (id: number) => void,
): void {
  for (let i = from; i < to; i += 1) {
    const phrase = phrases[i] ?? 0;
    const end = phraseStarts[phrase + 1] ?? 0;
    for (let at = phraseStarts[phrase] ?? 0; at < end; at += 1) visit(termId(terms[at] ?? 0));
  }
}

/** Tells the impact of every term of a passage. */
function createImpacts({
  terms,
  passages,
  vocabularySize,
  averages,
}: PostingParts): (passage: number, tell: (id: number, impact: number) => void) => void {
  const counts = new Int32Array(vocabularySize);
  const impacts = new Float64Array(vocabularySize);
  return (number, tell) => {
    const passage = passages[number];
    if (passage === undefined) return;
    const seen: number[] = [];
    for (const field of fieldNames) {
      const range = fieldRange(terms, number, passage, field);
      const length = lengthOf(terms, range);
      const own: number[] = [];
      forEachTerm(terms, range, (id) => {
        if (counts[id] === 0) own.push(id);
        counts[id] = (counts[id] ?? 0) + 1;
      });
      for (const id of own) {
        if (impacts[id] === 0) seen.push(id);
        const impact = fieldBoosts[field] * termScore(counts[id] ?? 0, length, averages[field]);
        impacts[id] = (impacts[id] ?? 0) + impact;
        counts[id] = 0;
      }
    }
    for (const id of seen) {
      tell(id, impacts[id] ?? 0);
      impacts[id] = 0;
    }
  };
}

function greatestImpacts({
  ids,
  starts,
  impacts,
}: Pick<Postings, 'ids' | 'starts' | 'impacts'>): Float32Array {
  return Float32Array.from(ids, (_, place) => {
    let greatest = 0;
    for (let at = starts[place] ?? 0; at < (starts[place + 1] ?? 0); at += 1)
      greatest = Math.max(greatest, impacts[at] ?? 0);
    return greatest;
  });
}
