import type { Passage } from '../passages/passage.ts';
import type { ByKind, Fitted, Numbers, Thresholds } from '../search/fitted.ts';
import type { SearchIndex } from '../search/search-index.ts';

import { estimateConfidence } from './confidence.ts';
import { consideredHits } from './considered-hits.ts';

/** With fewer entries than this their confidences say little about the rest. */
export const leastAsked = 50;

/** The entry itself is found too, and open questions may be; those far behind the first hardly change its confidence. */
const askedHits = 2 * consideredHits;

/** Share of the entries' own questions that may not be answered by another entry. */
const refusedShare = 0.9;

/**
 * An index whose FAQ threshold is set by its own entries: the question of each is asked with that entry left out, and
 * nine of ten of these must not count as answered. One FAQ's threshold does not hold for another, since some FAQs have
 * entries that are much alike; this one needs no labels.
 * @param passages Those whose entries are asked.
 * @param most So many of them are asked, evenly spread; more would only take longer.
 */
export function setEntryThresholds(
  index: SearchIndex,
  passages: readonly Passage[],
  most: number,
): SearchIndex {
  const entries = passages.filter(({ question }) => question !== null);
  if (entries.length < leastAsked) return index;
  const own = otherConfidences(index, spread(entries, most));
  return index.refit({
    vectors: withThreshold(index.fitted.vectors, own.vectors),
    letters: withThreshold(index.fitted.letters, own.letters),
  });
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
 * For each entry, how sure the other entries seem to be of its question. Articles do not count, since they may well say
 * what an entry says, and are not measured: that takes half of the time, or more where most candidates are articles.
 */
function otherConfidences(
  index: SearchIndex,
  entries: readonly Passage[],
): Readonly<Record<keyof Fitted, readonly number[]>> {
  const found: Record<keyof Fitted, number[]> = { vectors: [], letters: [] };
  for (const { id, question } of entries) {
    const query = index.parse(question ?? '');
    const others = index
      .searchEntries(query, askedHits)
      .filter(({ passage }) => passage.id !== id && passage.text !== '')
      .slice(0, consideredHits);
    found[query.vector === null ? 'letters' : 'vectors'].push(estimateConfidence(others, query, index));
  }
  return found;
}

/** At most so many of the items, evenly spread. */
function spread<T>(items: readonly T[], most: number): readonly T[] {
  const count = Math.min(most, items.length);
  return Array.from({ length: count }, (_, i) => items[Math.floor((i * items.length) / count)]).filter(
    (item) => item !== undefined,
  );
}

/** The value at this share of the sorted values, rounded down to one of them; 1 when there are none. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 1;
}
