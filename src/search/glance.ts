import { shareOf } from './evidence.ts';
import type { Features, Measure, NumberedPassage } from './measure-passage.ts';
import { rowCosine } from './meaning-rows.ts';
import { namedShares } from './named-shares.ts';
import { pairShare } from './pair-share.ts';
import {
  kindEnd,
  kindStart,
  phraseKinds,
  termId,
  type PassageTerms,
  type PhraseKind,
} from './passage-terms.ts';

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
  return {
    bm25: measure.bm25.score(terms, number, passage),
    softCoverage: sentences.coverage,
    pairs: sentences.pairs,
    similarity: sentences.similarity,
    passageSoftCoverage: shareOf(present, measure.shares),
    ...namedShares(measure.query, present, measure.shares),
    questionSoftCoverage: phrasings.coverage,
    questionF1: phrasings.coverage,
    questionSimilarity: phrasings.similarity,
  };
}

function glancePhrases(passages: PassageTerms, passage: number, kind: PhraseKind, measure: Measure): Glanced {
  const { query, shares, match } = measure;
  const { terms, phrases, phraseStarts, meaningOf, meanings } = passages;
  let present = 0;
  let coverage = 0;
  let pairs = 0;
  let similarity = 0;
  const to = kindEnd(passages, passage, kind);
  for (let i = kindStart(passages, passage, kind); i < to; i += 1) {
    const phrase = phrases[i] ?? 0;
    const start = phraseStarts[phrase] ?? 0;
    const end = phraseStarts[phrase + 1] ?? 0;
    let own = 0;
    for (let place = start; place < end; place += 1) {
      const position = match.positionOf(termId(terms[place] ?? 0));
      if (position >= 0) own |= 1 << position;
    }
    present |= own;
    coverage = Math.max(coverage, shareOf(own, shares));
    similarity = Math.max(similarity, rowCosine(query.vector, meanings, meaningOf[phrase] ?? -1));
    pairs = Math.max(pairs, pairShare(passages, phrase, own, measure));
  }
  return { present, coverage, pairs, similarity };
}
