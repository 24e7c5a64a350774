import { fitted, forKind } from './fitted.ts';
import type { Hit } from './hit.ts';
import type { IndexedPassage } from './indexed-passage.ts';
import type { PassageEvidence } from './measure-passage.ts';
import { weigh } from './weigh.ts';

export interface MeasuredPassage {
  readonly passage: IndexedPassage;
  readonly evidence: PassageEvidence;
}

/** Best first; between equals the order in which they came. */
export function rankHits(
  measured: readonly MeasuredPassage[],
  { isReranked }: { readonly isReranked: boolean },
): readonly Hit[] {
  const hits = measured.map((one) =>
    isReranked ? toHit(one) : { ...toHit(one), score: one.evidence.features.bm25 },
  );
  return hits.sort((a, b) => b.score - a.score);
}

export function toHit({ passage: { passage }, evidence }: MeasuredPassage): Hit {
  return { passage, evidence, score: weigh(evidence.features, forKind(fitted.rank, passage)) };
}
