/** A finding about content. Errors keep a source file from being used as its author meant; warnings do not. */
export interface Problem {
  /** Path of the source file, relative to the knowledge folder, with forward slashes. */
  readonly path: string;
  /** Line in the source file, counted from 1. */
  readonly line: number;
  readonly severity: 'error' | 'warning';
  /** Kebab-case name of the rule that was broken, such as `unique-heading`. */
  readonly rule: string;
  /** "unexpected …, expected …": what stands there and what to write instead. */
  readonly message: string;
}

/** A problem in the grammar of ARCHITECTURE.md: `path:line: message (rule)`. */
export function formatProblem({ path, line, message, rule }: Problem): string {
  return `${path}:${line}: ${message} (${rule})`;
}

/** A question that the knowledge raises and does not answer: it is kept, and said to be open when it is asked. */
export function unansweredQuestion(path: string, line: number, question: string): Problem {
  return {
    path,
    line,
    severity: 'warning',
    rule: 'unanswered-question',
    message: `unexpected question without an answer "${shorten(question)}", expected its answer below it`,
  };
}

/** What stands in a source file, short enough for the one line of a problem. */
export function shorten(text: string): string {
  const longest = 200;
  return text.length <= longest ? text : `${text.slice(0, longest).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}
