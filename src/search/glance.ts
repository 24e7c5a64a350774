import { shareOf } from './evidence.ts';
import type { Features, Measure, NumberedPassage } from './measure-passage.ts';
import { rowProducts, sideBySide, type MeaningRows } from './meaning-rows.ts';
import { namedShares } from './named-shares.ts';
import { pairShare } from './pair-share.ts';
import { kindEnd, kindStart, phraseKinds, type PassageTerms, type PhraseKind } from './passage-terms.ts';

/** What a glance at the phrases of one kind tells. */
interface Glanced {
  /** Content terms that are in any of them, as bits by position. */
  readonly present: number;
  /** Of the best of them, each by its own best. */
  readonly coverage: number;
  readonly pairs: number;
  readonly similarity: number;
}

/**
 * The features of a passage as far as they can be told without comparing words that are not the same, which takes most of
 * the time: those that compare words count the very terms of the question only. It serves to leave passages out that
 * will not be among the first.
 */
export function glanceAt({ passage, terms, number }: NumberedPassage, measure: Measure): Features {
  const sentences = glancePhrases(terms, number, phraseKinds.sentence, measure);
  const headings = glancePhrases(terms, number, phraseKinds.heading, measure);
  const phrasings = glancePhrases(terms, number, phraseKinds.phrasing, measure);
  const present = sentences.present | headings.present | phrasings.present;
  const { names, missingNames, unknown } = namedShares(measure.query, present, measure.shares);
  return {
    bm25: measure.bm25.score(terms, number, passage),
    softCoverage: sentences.coverage,
    pairs: sentences.pairs,
    similarity: sentences.similarity,
    passageSoftCoverage: shareOf(present, measure.shares),
    names,
    missingNames,
    unknown,
    questionSoftCoverage: phrasings.coverage,
    questionF1: phrasings.coverage,
    questionSimilarity: phrasings.similarity,
  };
}

function glancePhrases(passages: PassageTerms, passage: number, kind: PhraseKind, measure: Measure): Glanced {
  const { query, shares, match } = measure;
  const { terms, phrases, phraseStarts } = passages;
  const from = kindStart(passages, passage, kind);
  const to = kindEnd(passages, passage, kind);
  let present = 0;
  let coverage = 0;
  let pairs = 0;
  for (let i = from; i < to; i += 1) {
    const phrase = phrases[i] ?? 0;
    const own = match.presentIn(terms, phraseStarts[phrase] ?? 0, phraseStarts[phrase + 1] ?? 0);
    if (own === 0) continue;
    present |= own;
    coverage = Math.max(coverage, shareOf(own, shares));
    pairs = Math.max(pairs, pairShare(passages, phrase, own, measure));
  }
  return { present, coverage, pairs, similarity: greatestCosine(query.vector, passages, from, to) };
}

/** Rows of phrases that are multiplied side by side, and what comes out. */
const rows = new Int32Array(sideBySide);
const products = new Float64Array(sideBySide);

/** The greatest cosine of the meanings of a question and of the phrases that stand from `from` on up to `to`; at least 0. */
function greatestCosine(
  vector: Float32Array | null,
  { phrases, meaningOf, meanings }: PassageTerms,
  from: number,
  to: number,
): number {
  if (vector === null) return 0;
  let greatest = 0;
  let count = 0;
  for (let i = from; i < to; i += 1) {
    const row = meaningOf[phrases[i] ?? 0] ?? -1;
    if (row < 0) continue;
    rows[count] = row;
    count += 1;
    if (count < sideBySide) continue;
    greatest = Math.max(greatest, greatestOf(vector, meanings, count));
    count = 0;
  }
  return count === 0 ? greatest : Math.max(greatest, greatestOf(vector, meanings, count));
}

/** The greatest cosine of the first so many of `rows`. */
function greatestOf(vector: Float32Array, meanings: MeaningRows, count: number): number {
  rows.fill(rows[0] ?? 0, count);
  rowProducts(vector, meanings, rows, products);
  let greatest = 0;
  for (let k = 0; k < count; k += 1)
    greatest = Math.max(greatest, (products[k] ?? 0) / (meanings.norms[rows[k] ?? 0] ?? 1));
  return greatest;
}
