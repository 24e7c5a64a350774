import type { IndexedPassage, Phrase } from './indexed-passage.ts';
import type { Query, QueryTerm } from './query.ts';

/** BM25+ with the parameters that MiniSearch has by itself: none of 60 others that were tried put more passages first. */
export const bm25Parameters = { k: 1.2, b: 0.7, d: 0.5 } as const;

/** Weight of each field. */
export const fieldBoosts = { text: 1, title: 0.5, question: 3, alias: 2 } as const;

/** A field of a passage that is scored apart. */
export type FieldName = keyof typeof fieldBoosts;

/** Weight of a grammar word beside a word that carries meaning. */
export const grammarWeight = 0.3;

/** Terms of each field. */
export type FieldLengths = Readonly<Record<FieldName, number>>;

/** The phrases of each field of a passage. */
export function fieldsOf({
  passage,
  sentences,
  headings,
  phrasings,
}: IndexedPassage): Readonly<Record<FieldName, readonly Phrase[]>> {
  const hasQuestion = passage.question !== null;
  return {
    text: sentences,
    title: headings,
    question: hasQuestion ? phrasings.slice(0, 1) : [],
    alias: hasQuestion ? phrasings.slice(1) : phrasings,
  };
}

/** What passages are scored with for one question. */
export interface Bm25Measure {
  readonly query: Query;
  readonly averages: FieldLengths;
  readonly stopWordWeight: number;
}

/** BM25+ of a passage over all terms of a question, divided by the sum of their inverse document frequencies. */
export function scoreBm25(indexed: IndexedPassage, { query, averages, stopWordWeight }: Bm25Measure): number {
  const fields = Object.entries(fieldsOf(indexed));
  let score = 0;
  let best = 0;
  for (const term of query.terms) {
    const weight = isGrammar(term, query) ? stopWordWeight : 1;
    best += weight * term.idf;
    for (const [name, phrases] of fields) {
      if (!isFieldName(name)) continue;
      score += weight * fieldBoosts[name] * scoreTerm(term, phrases, averages[name]);
    }
  }
  return best === 0 ? 0 : score / best;
}

/** A question of nothing but grammar words is asked with all of them. */
function isGrammar(term: QueryTerm, query: Query): boolean {
  return term.isStopWord && query.contentTerms.some(({ isStopWord }) => !isStopWord);
}

function isFieldName(name: string): name is FieldName {
  return name in fieldBoosts;
}

function scoreTerm(term: QueryTerm, phrases: readonly Phrase[], averageLength: number): number {
  let count = 0;
  let length = 0;
  for (const { ids } of phrases) {
    length += ids.length;
    for (const id of term.ids) for (const other of ids) if (id === other) count += 1;
  }
  if (count === 0) return 0;
  const { k, b, d } = bm25Parameters;
  return term.idf * (d + (count * (k + 1)) / (count + k * (1 - b + (b * length) / averageLength)));
}

/** Average length of each field over the passages that have it, in terms; 1 where none has. */
export function averageLengths(passages: readonly IndexedPassage[]): FieldLengths {
  const average = (name: FieldName): number => {
    const lengths = passages
      .map((passage) => countTerms(fieldsOf(passage)[name]))
      .filter((length) => length > 0);
    return lengths.length === 0 ? 1 : lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  };
  return {
    text: average('text'),
    title: average('title'),
    question: average('question'),
    alias: average('alias'),
  };
}

function countTerms(phrases: readonly Phrase[]): number {
  return phrases.reduce((sum, { ids }) => sum + ids.length, 0);
}
