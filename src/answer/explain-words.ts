import { termShares } from '../search/question-measure.ts';
import { numbersFor } from '../search/fitted.ts';
import type { Hit } from '../search/hit.ts';
import type { Query, QueryTerm } from '../search/query.ts';
import type { SearchIndex } from '../search/search-index.ts';
import type { Weights } from '../search/weigh.ts';

import { chooseSentence } from './choose-sentence.ts';
import { leastBm25 } from './confidence.ts';
import type { Finding, Reason } from './explanation.ts';

/** Features that tell how many words of the question the passage has: what they say is told by the words. */
const wordFeatures = [
  'bm25',
  'bm25Log',
  'softCoverage',
  'passageSoftCoverage',
  'describedCoverage',
  'sentenceWeakestLink',
] as const;

/** Every feature of the confidence that is told by words of the question. */
export const featuresInWords: readonly string[] = [...wordFeatures, 'missingNames', 'unknown'];

const places = ['inSentence', 'elsewhere', 'close', 'missingNames', 'unknown', 'missing'] as const;
type Place = (typeof places)[number];

const speaksFor: ReadonlySet<Place> = new Set(['inSentence', 'elsewhere', 'close']);

/** A word of the question, and where the passage has it. */
interface PlacedWord {
  readonly word: string;
  readonly place: Place;
  readonly closest: string | null;
  readonly weight: number;
}

/** Where the content words of the question stand in a hit, and which of them it lacks: a reason for each kind. */
export function explainWords(
  hit: Hit,
  query: Query,
  index: SearchIndex,
  weights: Weights,
): readonly Reason[] {
  const placed = placeWords(hit, query, index, weights);
  return places.flatMap((place) => {
    const own = placed.filter((word) => word.place === place);
    if (own.length === 0) return [];
    const weight = own.reduce((total, word) => total + word.weight, 0);
    return { ...toFinding(place, own), effect: speaksFor.has(place) ? 'for' : 'against', weight };
  });
}

function toFinding(place: Place, placed: readonly PlacedWord[]): Finding {
  if (place !== 'close') return { kind: place, words: placed.map(({ word }) => word) };
  return { kind: place, words: placed.map(({ word, closest }) => ({ word, closest: closest ?? word })) };
}

function placeWords(hit: Hit, query: Query, index: SearchIndex, weights: Weights): readonly PlacedWord[] {
  const { likeness, sentences } = hit.evidence;
  const chosen = chooseSentence(hit, numbersFor(index.fitted, query));
  const present = chosen === null ? 0 : (sentences[chosen]?.present ?? 0);
  const closest = index.closestWords(query, hit.passage);
  const shares = termShares(query);
  return query.contentTerms.map((term, i) => {
    const isInSentence = ((present >> i) & 1) === 1;
    const place = isInSentence ? 'inSentence' : placeOf(term, likeness[i] ?? 0);
    const worth = place === 'close' ? (likeness[i] ?? 0) : 1;
    const weight = (shares[i] ?? 0) * (worth * weightOfWords(weights) + penaltyOf(term, place, weights));
    return { word: term.word, place, closest: closest[i] ?? null, weight };
  });
}

/** Where a word stands that is not in the chosen sentence. A name or a number that only comes close is another one. */
function placeOf({ isNamed, ids }: QueryTerm, likeness: number): Place {
  if (likeness === 1) return 'elsewhere';
  if (isNamed) return 'missingNames';
  if (likeness > 0) return 'close';
  return ids.length === 0 ? 'unknown' : 'missing';
}

/** What all words of the question together can bring: each feature's weight times what lies between its worst and best. */
function weightOfWords(weights: Weights): number {
  return wordFeatures.reduce((total, name) => total + (weights[name] ?? 0) * rangeOf(name), 0);
}

function rangeOf(name: (typeof wordFeatures)[number]): number {
  return name === 'bm25Log' ? Math.log((leastBm25 + 1) / leastBm25) : 1;
}

/** What a missing word costs beyond what it does not bring, which is a weight below 0. */
function penaltyOf({ isNumeric, ids }: QueryTerm, place: Place, weights: Weights): number {
  if (speaksFor.has(place)) return 0;
  // A missing number counts no more than any other word.
  const ofName = place === 'missingNames' && !isNumeric ? (weights['missingNames'] ?? 0) : 0;
  return -ofName - (ids.length === 0 ? (weights['unknown'] ?? 0) : 0);
}
