import type { Thresholds } from '../search/fitted.ts';

/** A case with the confidence in its first hit. */
export interface RatedCase {
  readonly family: string;
  readonly set: string;
  readonly confidence: number;
}

/** Share of near misses, questions about the subject that the knowledge leaves open, that may count as answered. */
const nearAnswered = 0.25;

/** The same for questions about anything else, and for small talk. */
const farAnswered = 0.03;

/** Share of small talk that may be shown anything. */
const talkShown = 0.05;

/** The least confidences that keep these promises on the cases. What is answered is also shown. */
export function leastConfidence(cases: readonly RatedCase[]): Thresholds {
  const isNear = ({ set }: RatedCase): boolean => set === 'near';
  const isTalk = ({ set }: RatedCase): boolean => set === 'chit-chat' || set === 'not-in-faq';
  const isFar = (one: RatedCase): boolean => one.set !== 'answerable' && !isNear(one);
  const suggested = allowing(cases.filter(isTalk), talkShown);
  const answered = Math.max(
    suggested,
    allowing(cases.filter(isNear), nearAnswered),
    allowing(cases.filter(isFar), farAnswered),
  );
  return { answered, suggested };
}

/** The least confidence that at most this share reaches, every family counting the same. */
function allowing(cases: readonly RatedCase[], share: number): number {
  const sizes = new Map<string, number>();
  for (const { family } of cases) sizes.set(family, (sizes.get(family) ?? 0) + 1);
  let above = 0;
  const sorted = [...cases].sort((a, b) => b.confidence - a.confidence);
  for (const { family, confidence } of sorted) {
    above += 1 / ((sizes.get(family) ?? 1) * sizes.size);
    // Rounded up, so the one that crosses the line stays below it.
    if (above > share) return Math.ceil(confidence * 1e4 + 1) / 1e4;
  }
  return 0;
}
