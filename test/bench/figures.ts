import { z } from 'zod';

/** What one engine did with so many passages. Times are in milliseconds, memory is in MiB. */
export const engineFigures = z.object({
  engine: z.string(),
  passages: z.number(),
  /** From texts to the first answer being possible. */
  buildMs: z.number(),
  p50Ms: z.number(),
  p99Ms: z.number(),
  /** Time of processors for one question, on average: other work on the machine changes it less. */
  processorMs: z.number(),
  /** Share of the questions whose passage came first, and among the first ten. */
  hitAt1: z.number(),
  hitAt10: z.number(),
});

/** What the whole bot's knowledge takes: files, documents, passages and index. Memory is in MiB. */
export const memoryFigures = z.object({
  passages: z.number(),
  /** Milliseconds from the files' texts to a snapshot that answers. */
  buildMs: z.number(),
  /** Resident memory of the process after its questions, and after a garbage collection. */
  residentMb: z.number(),
  collectedMb: z.number(),
});

/** Servers with entries of their own on top of common passages. Times are in milliseconds, memory is in MiB. */
export const serverFigures = z.object({
  passages: z.number(),
  servers: z.number(),
  /** Of each server. */
  entries: z.number(),
  /** Resident memory with the common passages alone, and with all servers. */
  baseMb: z.number(),
  allMb: z.number(),
  /** Time of processors from a server's entries to the first answer out of them: on a quiet machine that of the clock. */
  savedToAnsweredMs: z.number(),
  worstSavedToAnsweredMs: z.number(),
});

export type EngineFigures = z.infer<typeof engineFigures>;
export type ServerFigures = z.infer<typeof serverFigures>;
export type MemoryFigures = z.infer<typeof memoryFigures>;
