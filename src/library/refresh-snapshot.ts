import type { ParsedFile } from '../corpus/parse-corpus.ts';
import type { Problem } from '../corpus/problem.ts';
import type { Meaning } from '../text/meaning.ts';

import { compareFiles } from './compare-files.ts';
import type { KeptReason, RefreshReport } from './library.ts';
import type { Clock, KnowledgeStore, Logger } from './ports.ts';
import { buildSnapshot, countPassages, type ReadFiles, type Snapshot } from './snapshot.ts';

/** What snapshots are built from. */
export interface SnapshotParts {
  readonly knowledge: KnowledgeStore;
  readonly clock: Clock;
  /** Tables of word meanings; null where there are none. */
  readonly meaning: Meaning | null;
}

/** What a refresh has to know of the snapshot before it: plain data, which may come from another thread. */
export interface Predecessor {
  readonly files: ReadonlyMap<string, ParsedFile>;
  readonly stale: readonly string[];
  readonly problems: readonly Problem[];
  readonly passages: number;
}

/** What came of a refresh. */
export interface Refreshed {
  readonly report: RefreshReport;
  /** Null when the snapshot before serves on. */
  readonly next: Snapshot | null;
}

/** A refresh that leaves less than this part of the passages waits for a confirmation: a folder may be unmounted. */
const leastKeptShare = 0.5;

/**
 * Builds a snapshot from the files alone, but for the last good versions of broken ones, where these are still known.
 * @throws what `knowledge.read` throws when the knowledge folder cannot be read at all.
 */
export async function buildFirst(
  { knowledge, clock, meaning }: SnapshotParts,
  lastGood: ReadonlyMap<string, ParsedFile>,
): Promise<Snapshot> {
  return buildSnapshot(await knowledge.read(), lastGood, meaning, clock.now());
}

/** What the next refresh has to know of this snapshot. */
export function toPredecessor(snapshot: Snapshot): Predecessor {
  const { files, stale, corpus } = snapshot;
  return { files, stale, problems: corpus.problems, passages: countPassages(snapshot) };
}

/**
 * Builds a whole snapshot to take the place of the one before, and says whether it may.
 * @param isConfirmed Whether it may drop over half of the passages.
 */
export async function refreshSnapshot(
  before: Predecessor,
  isConfirmed: boolean,
  { knowledge, clock, meaning }: SnapshotParts,
): Promise<Refreshed> {
  const from = clock.now();
  const read = await tryToRead(knowledge, before);
  const refreshed =
    read.outcome === 'read'
      ? replace(before, buildSnapshot(read.files, before.files, meaning, from), isConfirmed)
      : { report: keep(before, read.cause), next: null };
  return { ...refreshed, report: { ...refreshed.report, tookMs: clock.now() - from } };
}

/** Logs what a refresh did, once it is done. */
export function logRefresh(logger: Logger, report: RefreshReport): void {
  logger.info({ ...report, problems: report.problems.length }, 'knowledge refreshed');
}

type UntimedReport = Omit<RefreshReport, 'tookMs'>;

function replace(
  before: Predecessor,
  next: Snapshot,
  isConfirmed: boolean,
): { readonly report: UntimedReport; readonly next: Snapshot | null } {
  const { files, stale, problems, passages } = toPredecessor(next);
  const reason = isConfirmed ? null : refusal(before.passages, passages);
  return {
    report: {
      outcome: reason === null ? 'swapped' : 'kept',
      reason,
      isConfirmable: reason !== null,
      ...compareFiles(before.files, files),
      stale,
      passages,
      problems,
    },
    next: reason === null ? next : null,
  };
}

function keep({ stale, passages, problems }: Predecessor, cause: string): UntimedReport {
  return {
    outcome: 'kept',
    reason: { kind: 'unreadable', cause },
    isConfirmable: false,
    added: [],
    changed: [],
    removed: [],
    stale,
    passages,
    problems,
  };
}

type Reading =
  | { readonly outcome: 'read'; readonly files: ReadFiles }
  | { readonly outcome: 'failed'; readonly cause: string };

/** A folder that cannot be read is told in the one sentence that the store has for it. */
async function tryToRead(knowledge: KnowledgeStore, { files }: Predecessor): Promise<Reading> {
  const known = new Map([...files.values()].map(({ file }) => [file.path, file]));
  try {
    return { outcome: 'read', files: await knowledge.read(known) };
  } catch (error) {
    return { outcome: 'failed', cause: error instanceof Error ? error.message : String(error) };
  }
}

function refusal(had: number, left: number): KeptReason | null {
  return left >= had * leastKeptShare ? null : { kind: 'fewer-passages', had, left };
}
