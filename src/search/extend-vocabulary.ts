import type { Meaning } from '../text/meaning.ts';

import { firstAtLeast } from './first-at-least.ts';
import { createVocabulary, type Vocabulary, type VocabularyBuilder } from './vocabulary.ts';

/** A vocabulary that goes on where another one ends. */
export interface ExtendedVocabulary {
  /** Takes what is added; it numbers terms as the extended one does. */
  readonly builder: VocabularyBuilder;
  /** Both together, when all is added. */
  build(): Vocabulary;
}

/**
 * Extends a vocabulary without changing it: its terms keep their numbers, new ones get the numbers behind them, and what
 * is counted of a term here is added to what is counted there. Of words that the base has nothing is kept but these
 * counts of their terms, so the memory is that of what is new.
 */
export function extendVocabulary(base: Vocabulary): ExtendedVocabulary {
  const own = createVocabulary();
  /** Numbers in both together, by those in `own`, and the other way round. */
  const outer: number[] = [];
  const inner = new Map<number, number>();
  let size = base.size;
  const ownIdOf = (id: number): number => inner.get(id) ?? own.size;
  const builder: VocabularyBuilder = {
    ...own,
    know(stem, word) {
      const known = own.know(stem, word);
      if (outer[known.id] === undefined) {
        const id = base.idOf(stem) ?? size;
        if (id === size) size += 1;
        outer[known.id] = id;
        inner.set(id, known.id);
      }
      return { id: outer[known.id] ?? 0, word: known.word };
    },
    countWord: (id, word) => {
      own.countWord(ownIdOf(id), word);
    },
    countCase: (id, isCapitalised) => {
      own.countCase(ownIdOf(id), isCapitalised);
    },
    countPassage: (id, passage) => {
      own.countPassage(ownIdOf(id), passage);
    },
    get size() {
      return size;
    },
  };
  return { builder, build: () => join(base, collect(base, own, outer)) };
}

/** What is kept of a vocabulary that was added to another one. */
interface Addition {
  /** Terms that occur in what was added, ascending by their numbers in both together. */
  readonly ids: Int32Array;
  /** For each of them, passages and capitals of what was added. */
  readonly passages: Int32Array;
  readonly capitals: Int32Array;
  /** The most frequent word of each new term, and the number of each new term by its stem. */
  readonly forms: readonly string[];
  readonly stems: ReadonlyMap<string, number>;
  /** Occurrences of each new word. */
  readonly counts: ReadonlyMap<string, number>;
}

function collect(base: Vocabulary, own: Vocabulary, outer: readonly number[]): Addition {
  const order = [...outer.keys()].sort((a, b) => (outer[a] ?? 0) - (outer[b] ?? 0));
  const stems = new Map<string, number>();
  for (const stem of own.stems()) {
    if (base.idOf(stem) === undefined) stems.set(stem, outer[own.idOf(stem) ?? 0] ?? 0);
  }
  const counts = new Map<string, number>();
  for (const word of own.words()) if (base.countOf(word) === 0) counts.set(word, own.countOf(word));
  return {
    ids: Int32Array.from(order, (id) => outer[id] ?? 0),
    passages: Int32Array.from(order, (id) => own.passagesWith(id)),
    capitals: Int32Array.from(order, (id) => own.capitalsOf(id)),
    forms: order.filter((id) => (outer[id] ?? 0) >= base.size).map((id) => own.wordOf(id)),
    stems,
    counts,
  };
}

/** Apart from `collect`, so that what this remembers does not keep alive what that was made from. */
function join(base: Vocabulary, { ids, passages, capitals, forms, stems, counts }: Addition): Vocabulary {
  const added = (values: Int32Array, id: number): number => {
    const place = firstAtLeast(ids, id, 0, ids.length);
    return ids[place] === id ? (values[place] ?? 0) : 0;
  };
  const ownForm = (id: number): string => forms[id - base.size] ?? '';
  return {
    idOf: (stem) => base.idOf(stem) ?? stems.get(stem),
    wordOf: (id) => (id < base.size ? base.wordOf(id) : ownForm(id)),
    rankOf: (id, meaning: Meaning) =>
      id < base.size ? base.rankOf(id, meaning) : meaning.rankOf(ownForm(id)),
    passagesWith: (id) => base.passagesWith(id) + added(passages, id),
    capitalsOf: (id) => base.capitalsOf(id) + added(capitals, id),
    countOf: (word) => counts.get(word) ?? base.countOf(word),
    words: () => counts.keys(),
    stems: () => stems.keys(),
    size: base.size + forms.length,
  };
}
