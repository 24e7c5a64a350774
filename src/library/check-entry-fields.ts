import { z } from 'zod';

import { outlineMarkdown } from '../corpus/markdown-outline.ts';

import type { EntryFields } from './entry.ts';

/** What can be wrong with an entry as it was written. */
export const entryFaults = [
  'question-length',
  'question-lines',
  'answer-length',
  'answer-heading',
  'aliases-count',
  'alias-length',
  'url-form',
  'review-date',
] as const;

/** The name of one such fault. */
export type EntryFault = (typeof entryFaults)[number];

/** Lengths in UTF-16 code units; the answer fits one field of a form. */
const entryLimits = { question: 300, answer: 4000, aliases: 25, alias: 300 } as const;

/** A heading would begin another entry in a file of entries. */
const heading = /^ {0,3}(?:#{1,6}(?:\s|$)|(?:=+|-+)\s*$)/mu;

const schema = z.object({
  question: z
    .string()
    .min(1, 'question-length')
    .max(entryLimits.question, 'question-length')
    .regex(/^[^\n\r]*$/u, 'question-lines'),
  answer: z
    .string()
    .min(1, 'answer-length')
    .max(entryLimits.answer, 'answer-length')
    .refine((answer) => outlineMarkdown(answer, 1).length > 0, 'answer-length')
    .refine((answer) => !heading.test(withoutCode(answer)), 'answer-heading'),
  aliases: z
    .array(z.string().min(1).max(entryLimits.alias, 'alias-length'))
    .max(entryLimits.aliases, 'aliases-count'),
  url: z.url({ protocol: /^https?$/u, error: 'url-form' }).nullable(),
  reviewOn: z.iso.date('review-date').nullable(),
});

/** What is wrong with the fields of an entry, each fault once, in the order of the form; empty when nothing is. */
export function checkEntryFields(fields: EntryFields): readonly EntryFault[] {
  const found = new Set(schema.safeParse(fields).error?.issues.map(({ message }) => message));
  return entryFaults.filter((fault) => found.has(fault));
}

/** A `#` in code is no heading. */
function withoutCode(answer: string): string {
  return answer.replace(/^(```|~~~)[^\n]*\n[\s\S]*?^\1/gmu, '');
}
