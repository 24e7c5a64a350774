import type { Passage } from '../../src/passages/passage.ts';

/** An index that is being measured. */
export interface Engine {
  /** What is timed: one question asked. */
  ask(question: string): unknown;
  /** Ids of the ten passages that fit best, best first. */
  firstTen(question: string): Promise<readonly string[]>;
}

/** Makes an index of these passages; what is timed as building. */
export type BuildEngine = (passages: readonly Passage[]) => Promise<Engine>;

/** What every engine is asked for. */
export const wantedResults = 10;
