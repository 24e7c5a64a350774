import type { Answer, Snippet } from '../answer/answer.ts';
import { shorten, type Problem } from '../corpus/problem.ts';

import { meets, type Expectation, type LabelledQuestion, type QuestionRow } from './question-set.ts';

/**
 * Asks every row and reports each that no longer gets what it expects: an answer whose first snippet meets the
 * expectation, or none. Closest entries are no answer, whatever they hold. A row that cannot be read is an error.
 */
export function checkAnswers(
  rows: readonly QuestionRow[],
  path: string,
  ask: (question: string) => Answer,
): readonly Problem[] {
  return rows.flatMap((row): readonly Problem[] => {
    const { line } = row;
    if ('mistake' in row) {
      return [{ path, line, severity: 'error', rule: 'question-form', message: row.mistake }];
    }
    const answer = ask(row.labelled.question);
    if (isExpected(answer, row.labelled)) return [];
    const message = `unexpected ${describeAnswer(answer, row.labelled)}, expected ${describe(row.labelled.expect)}`;
    return [{ path, line, severity: 'warning', rule: 'answer-changed', message }];
  });
}

function isExpected(answer: Answer, { expect }: LabelledQuestion): boolean {
  if (expect === null) return answer.outcome !== 'answered';
  const [first] = answer.outcome === 'answered' ? answer.snippets : [];
  return first !== undefined && meets({ ...first, path: first.citation.path }, expect);
}

function describeAnswer(answer: Answer, { question }: LabelledQuestion): string {
  const asked = `"${shorten(question)}"`;
  if (answer.outcome === 'unanswered') return `silence on ${asked}`;
  const found = quote(answer.snippets[0]);
  return answer.outcome === 'answered'
    ? `answer to ${asked}: ${found}`
    : `doubt about ${asked}, the closest being ${found}`;
}

function quote(snippet: Snippet | undefined): string {
  if (snippet === undefined) return 'nothing';
  const { text, answer, citation } = snippet;
  const sentence = text.slice(answer.start, answer.end).replace(/\s+/gu, ' ');
  return `"${shorten(sentence)}" of ${citation.path}:${citation.lines[0]}`;
}

function describe(expect: Expectation | null): string {
  if (expect === null) return 'no answer';
  const { path, entry, text } = expect;
  return [
    'an answer',
    ...(path === undefined ? [] : [`from ${path}`]),
    ...(entry === undefined ? [] : [`of the entry ${oneOf(entry)}`]),
    ...(text === undefined ? [] : [`with ${oneOf(text)}`]),
  ].join(' ');
}

function oneOf(texts: readonly string[]): string {
  return shorten(texts.map((text) => `"${text}"`).join(' or '));
}
