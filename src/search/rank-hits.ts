import { forKind, type ByKind } from './fitted.ts';
import type { Hit } from './hit.ts';
import type { NumberedPassage, PassageEvidence } from './measure-passage.ts';
import { weigh, type Weights } from './weigh.ts';

/** A passage with what speaks for it. */
export interface MeasuredPassage extends Pick<NumberedPassage, 'passage'> {
  readonly evidence: PassageEvidence;
}

/** Best first; between equals the order in which they came. */
export function rankHits(measured: readonly MeasuredPassage[], rank: ByKind<Weights>): readonly Hit[] {
  return measured.map((one) => toHit(one, rank)).sort((a, b) => b.score - a.score);
}

/** A passage with its score. */
export function toHit({ passage, evidence }: MeasuredPassage, rank: ByKind<Weights>): Hit {
  return { passage, evidence, score: weigh(evidence.features, forKind(rank, passage)) };
}
