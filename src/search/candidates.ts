import MiniSearch from 'minisearch';

import { bm25Parameters, fieldBoosts, fieldsOf, type FieldName } from './bm25.ts';
import type { IndexedPassage, Phrase } from './indexed-passage.ts';
import type { Query } from './query.ts';

/** Finds the passages that share terms with a question. */
export interface CandidateIndex {
  /** Numbers of the passages that match best, best first. */
  retrieve(query: Query, limit: number): readonly number[];
}

const fields = ['text', 'title', 'question', 'alias'] as const satisfies readonly FieldName[];

type IndexedFields = { readonly id: number } & Readonly<Record<FieldName, string>>;

/**
 * MiniSearch over texts that our own analysis has already made into terms, so its tokenizer and fuzzy search are out
 * of the way: a field is the numbers of its terms in base 36, joined by spaces.
 */
export function createCandidateIndex(passages: readonly IndexedPassage[]): CandidateIndex {
  const index = new MiniSearch<IndexedFields>({
    fields: [...fields],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => (term === '' ? null : term),
  });
  index.addAll(passages.map(toFields));
  return {
    retrieve(query, limit) {
      const terms = query.contentTerms.flatMap((term) => term.ids.map((id) => id.toString(36)));
      const results = index.search(terms.join(' '), {
        combineWith: 'OR',
        bm25: bm25Parameters,
        boost: fieldBoosts,
      });
      return results
        .map(({ id, score, terms: matched }) => {
          if (typeof id !== 'number') throw new TypeError('A passage is indexed under its number.');
          // MiniSearch multiplies the score by the number of matched terms: 2.6 of 100 right passages lost the first place.
          return { id, score: score / matched.length };
        })
        .sort((a, b) => b.score - a.score || a.id - b.id)
        .slice(0, limit)
        .map(({ id }) => id);
    },
  };
}

function toFields(passage: IndexedPassage, id: number): IndexedFields {
  const parts = fieldsOf(passage);
  return {
    id,
    text: joinIds(parts.text),
    title: joinIds(parts.title),
    question: joinIds(parts.question),
    alias: joinIds(parts.alias),
  };
}

function joinIds(phrases: readonly Phrase[]): string {
  return phrases.map(({ ids }) => Array.from(ids, (id) => id.toString(36)).join(' ')).join(' ');
}
