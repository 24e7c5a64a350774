import type { SourceFile } from '../corpus/document.ts';
import type { Problem } from '../corpus/problem.ts';

/** Where source files come from. */
export interface KnowledgeStore {
  /**
   * Every readable source file in path order, and a problem for every file that was set aside.
   * @param known Files that were read before, by path: one that is surely unchanged is not read again.
   */
  read(
    known?: ReadonlyMap<string, SourceFile>,
  ): Promise<{ readonly files: readonly SourceFile[]; readonly problems: readonly Problem[] }>;
  /** Calls `onChange` after source files changed and came to rest; the returned function stops watching. */
  watch(onChange: () => void): Promise<() => Promise<void>>;
}

/** The time of day. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}

/** Structured logging; `fields` never hold a token or the text of a question. */
export interface Logger {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}
