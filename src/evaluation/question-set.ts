import { z } from 'zod';

import type { Passage } from '../passages/passage.ts';

const expectation = z.strictObject({
  /** One of these stands in the snippet. */
  text: z.array(z.string().min(1)).min(1).optional(),
  /** The snippet's source file. */
  path: z.string().min(1).optional(),
  /** The snippet belongs to an FAQ entry with one of these questions. */
  entry: z.array(z.string().min(1)).min(1).optional(),
});

const labelledQuestion = z.object({
  question: z.string().min(1),
  /** What the first snippet must meet; null when the knowledge does not answer the question. */
  expect: expectation.nullable(),
  /** Group of unanswerable questions that is reported apart. */
  set: z.string().min(1).optional(),
});

/** What an answer has to meet; every key that is there. */
export type Expectation = z.infer<typeof expectation>;
/** A question with what is expected of its answer. */
export type LabelledQuestion = z.infer<typeof labelledQuestion>;

/** One line of a question set: what it asks, or what is wrong with it. */
export type QuestionRow =
  | { readonly line: number; readonly labelled: LabelledQuestion }
  | {
      /** Counted from 1. */
      readonly line: number;
      /** In the grammar of a problem: "unexpected …, expected …". */
      readonly mistake: string;
    };

/** Reads the lines of a question set, each on its own: one JSON object a line, empty lines passed over. */
export function readQuestionRows(text: string): readonly QuestionRow[] {
  return text.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : readRow(line, index + 1)));
}

/**
 * Reads a set of labelled questions, one JSON object a line.
 * @throws Error that names the first line that cannot be read, and what is wrong with it.
 */
export function parseQuestionSet(text: string): readonly LabelledQuestion[] {
  return readQuestionRows(text).map((row) => {
    if ('mistake' in row) throw new Error(`Line ${row.line} of the questions: ${row.mistake}.`);
    return row.labelled;
  });
}

const form = '{"question": "…", "expect": {"text": ["…"], "path": "…", "entry": ["…"]} or null}';

function readRow(text: string, line: number): QuestionRow {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { line, mistake: `unexpected line that is not JSON, expected ${form}` };
  }
  const parsed = labelledQuestion.safeParse(value);
  if (parsed.success) return { line, labelled: parsed.data };
  const [issue] = parsed.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? 'line' : `"${issue.path.join('.')}"`;
  return { line, mistake: `unexpected ${where} (${issue?.message ?? ''}), expected ${form}` };
}

/** What an expectation is held against: a snippet, or a whole passage. */
export interface Shown {
  readonly text: string;
  readonly path: string;
  readonly entry: string | null;
}

/** Whether every key of the expectation holds. */
export function meets({ text, path, entry }: Shown, expected: Expectation): boolean {
  if (expected.text?.some((part) => text.includes(part)) === false) return false;
  if (expected.path !== undefined && expected.path !== path) return false;
  return expected.entry === undefined || (entry !== null && expected.entry.includes(entry));
}

/** Whether a whole passage meets the expectation. */
export function passageMeets({ text, path, question }: Passage, expected: Expectation): boolean {
  return meets({ text, path, entry: question }, expected);
}
