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

export type Expectation = z.infer<typeof expectation>;
export type LabelledQuestion = z.infer<typeof labelledQuestion>;

/**
 * Reads a set of labelled questions, one JSON object a line.
 * @throws Error that names the line and what is wrong with it.
 */
export function parseQuestionSet(text: string): readonly LabelledQuestion[] {
  return text.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : parseLine(line, index + 1)));
}

function parseLine(line: string, number: number): LabelledQuestion {
  const parsed = labelledQuestion.safeParse(parseJson(line, number));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`Line ${number} of the questions: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}

function parseJson(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new Error(`Line ${number} of the questions is not JSON.`);
  }
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

export function passageMeets({ text, path, question }: Passage, expected: Expectation): boolean {
  return meets({ text, path, entry: question }, expected);
}
