import type { ByKind, Fitted, Numbers, Thresholds } from '../search/fitted.ts';
import type { SearchIndex } from '../search/search-index.ts';

import { estimateConfidence } from './confidence.ts';
import { consideredHits } from './considered-hits.ts';

/** Entries that are asked; more would only take longer. */
const mostAsked = 200;

/** With fewer entries than this their confidences say little about the rest. */
const leastAsked = 50;

/** Share of the entries' own questions that may not be answered by another entry. */
const refusedShare = 0.9;

/**
 * An index whose FAQ threshold is set by its own entries: the question of each is asked with that entry left out, and
 * nine of ten of these must not count as answered. One FAQ's threshold does not hold for another, since some FAQs have
 * entries that are much alike; this one needs no labels.
 */
export function setEntryThresholds(index: SearchIndex): SearchIndex {
  const own = otherConfidences(index);
  const fitted: Fitted = {
    vectors: withThreshold(index.fitted.vectors, own.vectors),
    letters: withThreshold(index.fitted.letters, own.letters),
  };
  return { ...index, fitted };
}

function withThreshold(numbers: Numbers, confidences: readonly number[]): Numbers {
  if (confidences.length < leastAsked) return numbers;
  const own = quantile(confidences, refusedShare);
  const raise = ({ article, entry: { suggested } }: ByKind<Thresholds>): ByKind<Thresholds> => ({
    article,
    entry: { answered: Math.max(own, suggested), suggested },
  });
  const { few, many } = numbers.thresholds;
  return { ...numbers, thresholds: { few: raise(few), many: raise(many) } };
}

/**
 * For each entry, how sure the other entries seem to be of its question. Articles do not count: they may well say what
 * an entry says.
 */
function otherConfidences(index: SearchIndex): Readonly<Record<keyof Fitted, readonly number[]>> {
  const entries = index.passages.filter(({ question }) => question !== null);
  const step = Math.max(1, Math.ceil(entries.length / mostAsked));
  const found: Record<keyof Fitted, number[]> = { vectors: [], letters: [] };
  for (const { id, question } of entries.filter((_, i) => i % step === 0)) {
    const query = index.parse(question ?? '');
    const others = index
      .search(query, 2 * consideredHits)
      .filter(({ passage }) => passage.question !== null && passage.id !== id && passage.text !== '')
      .slice(0, consideredHits);
    found[query.vector === null ? 'letters' : 'vectors'].push(estimateConfidence(others, query, index));
  }
  return found;
}

/** The value at this share of the sorted values, rounded down to one of them; 1 when there are none. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 1;
}
