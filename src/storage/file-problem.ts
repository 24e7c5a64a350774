import type { Problem } from '../corpus/problem.ts';

/** A problem of a whole file or folder, which is left out because of it. */
export function fileProblem(path: string, rule: string, message: string): Problem {
  return { path, line: 1, severity: 'error', rule, message };
}

/** The code of a system error, such as `EACCES`. */
export function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
