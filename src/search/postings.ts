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
import { createPostingCounter, type PostingCounter, type Postings } from './pack-postings.ts';
import { termId, type PassageTerms } from './passage-terms.ts';

/** What postings are made of. */
export interface PostingParts {
  readonly terms: PassageTerms;
  readonly passages: readonly Passage[];
  readonly vocabularySize: number;
  readonly averages: FieldLengths;
}

/** Makes the postings of passages: counts them first, then fills them in. */
export function createPostings(parts: PostingParts): Postings {
  const { passages, vocabularySize } = parts;
  const counter = createPostingCounter(passages.length, vocabularySize);
  countPostings(parts, counter);
  const filler = counter.makeRoom();
  const impactsOf = createImpacts(parts);
  for (let passage = 0; passage < passages.length; passage += 1) {
    impactsOf(passage, (id, impact) => {
      filler.add(id, passage, impact);
    });
  }
  return filler.build();
}

function countPostings({ terms, vocabularySize }: PostingParts, counter: PostingCounter): void {
  const lastSeen = new Int32Array(vocabularySize);
  for (let passage = 0; passage < terms.size; passage += 1) {
    const [from, to] = [terms.kindStarts[3 * passage] ?? 0, terms.kindStarts[3 * passage + 3] ?? 0];
    forEachTerm(terms, { from, to }, (id) => {
      if (lastSeen[id] === passage + 1) return;
      lastSeen[id] = passage + 1;
      counter.count(id, passage);
    });
  }
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
