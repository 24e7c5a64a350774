import MiniSearch from 'minisearch';

import { bm25Parameters, fieldBoosts, fieldNames, fieldRange, type FieldName } from './bm25.ts';
import type { CreateCandidates } from './candidate-index.ts';
import { termId, type PassageTerms } from './passage-terms.ts';

type IndexedFields = { readonly id: number } & Readonly<Record<FieldName, string>>;

/**
 * MiniSearch over texts that our own analysis has already made into terms, so its tokenizer and fuzzy search are out
 * of the way: a field is the numbers of its terms in base 36, joined by spaces.
 */
export const createMiniSearchCandidates: CreateCandidates = ({ terms, passages }) => {
  const index = new MiniSearch<IndexedFields>({
    fields: [...fieldNames],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => (term === '' ? null : term),
  });
  index.addAll(
    passages.map((passage, id) => {
      const write = (field: FieldName): string => writeTerms(terms, fieldRange(terms, id, passage, field));
      const [text, title, question, alias] = fieldNames;
      return {
        id,
        text: write(text),
        title: write(title),
        question: write(question),
        alias: write(alias),
      };
    }),
  );
  return {
    retrieve(query, limit) {
      const asked = query.contentTerms.flatMap(({ ids }) => ids.map((id) => id.toString(36)));
      const results = index.search(asked.join(' '), {
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
};

function writeTerms(
  { terms, phrases, phraseStarts }: PassageTerms,
  { from, to }: ReturnType<typeof fieldRange>,
): string {
  const written: string[] = [];
  for (const phrase of phrases.subarray(from, to)) {
    const own = terms.subarray(phraseStarts[phrase], phraseStarts[phrase + 1]);
    for (const packed of own) written.push(termId(packed).toString(36));
  }
  return written.join(' ');
}
