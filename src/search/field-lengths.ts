import type { Passage } from '../passages/passage.ts';

import { fieldNames, fieldRange, type FieldLengths, type FieldName, type PhraseRange } from './bm25.ts';
import type { PassageTerms } from './passage-terms.ts';

/** The terms of a field of all passages that have it, and how many passages these are. */
export interface FieldTotal {
  readonly terms: number;
  readonly passages: number;
}

/** Totals of each field. */
export type FieldTotals = Readonly<Record<FieldName, FieldTotal>>;

/** Terms in the phrases of a field. */
export function lengthOf({ phrases, phraseStarts }: PassageTerms, { from, to }: PhraseRange): number {
  let length = 0;
  for (let i = from; i < to; i += 1) {
    const phrase = phrases[i] ?? 0;
    length += (phraseStarts[phrase + 1] ?? 0) - (phraseStarts[phrase] ?? 0);
  }
  return length;
}

/** Adds up the lengths of each field over passages. */
export function totalLengths(terms: PassageTerms, passages: readonly Passage[]): FieldTotals {
  return byField((field) => {
    let [sum, having] = [0, 0];
    passages.forEach((passage, number) => {
      const length = lengthOf(terms, fieldRange(terms, number, passage, field));
      sum += length;
      if (length > 0) having += 1;
    });
    return { terms: sum, passages: having };
  });
}

/** The totals of two sets of passages together. */
export function addTotals(a: FieldTotals, b: FieldTotals): FieldTotals {
  return byField((field) => ({
    terms: a[field].terms + b[field].terms,
    passages: a[field].passages + b[field].passages,
  }));
}

/** Average length of each field over the passages that have it, in terms; 1 where none has. */
export function averageLengths(totals: FieldTotals): FieldLengths {
  return byField((field) => {
    const { terms, passages } = totals[field];
    return passages === 0 ? 1 : terms / passages;
  });
}

function byField<T>(value: (field: FieldName) => T): Readonly<Record<FieldName, T>> {
  const [text, title, question, alias] = fieldNames;
  return { text: value(text), title: value(title), question: value(question), alias: value(alias) };
}
