import type { Meaning } from '../text/meaning.ts';

import { compareFiles } from './compare-files.ts';
import type { RefreshReport } from './library.ts';
import type { Clock, KnowledgeStore, Logger } from './ports.ts';
import { buildSnapshot, countPassages, type ReadFiles, type Snapshot } from './snapshot.ts';

/** What snapshots are built from. */
export interface SnapshotParts {
  readonly knowledge: KnowledgeStore;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Tables of word meanings; null where there are none. */
  readonly meaning: Meaning | null;
}

/** The holder of the snapshot that serves now. */
export interface SnapshotHolder {
  current(): Snapshot;
  refresh(isConfirmed: boolean): Promise<RefreshReport>;
}

/** A refresh that leaves less than this part of the passages waits for a confirmation: a folder may be unmounted. */
const leastKeptShare = 0.5;

/** Builds the first snapshot, and swaps it for a new one only when that is built whole. */
export async function holdSnapshot({
  knowledge,
  clock,
  logger,
  meaning,
}: SnapshotParts): Promise<SnapshotHolder> {
  let current = buildSnapshot(await knowledge.read(), null, meaning, clock.now());
  let refreshing: Promise<unknown> = Promise.resolve();

  const refresh = async (isConfirmed: boolean): Promise<RefreshReport> => {
    const from = clock.now();
    const read = await tryToRead(knowledge);
    const report = read.outcome === 'read' ? swap(read.files, isConfirmed, from) : keep(read.reason, from);
    logger.info({ ...report, problems: report.problems.length }, 'knowledge refreshed');
    return report;
  };

  const swap = (files: ReadFiles, isConfirmed: boolean, from: number): RefreshReport => {
    const next = buildSnapshot(files, current, meaning, from);
    const reason = isConfirmed ? null : refusal(current, next);
    const report: RefreshReport = {
      outcome: reason === null ? 'swapped' : 'kept',
      reason,
      isConfirmable: reason !== null,
      ...compareFiles(current.files, next.files),
      stale: next.stale,
      passages: countPassages(next),
      problems: next.corpus.problems,
      tookMs: clock.now() - from,
    };
    if (reason === null) current = next;
    return report;
  };

  const keep = (reason: string, from: number): RefreshReport => ({
    outcome: 'kept',
    reason,
    isConfirmable: false,
    ...compareFiles(current.files, current.files),
    stale: current.stale,
    passages: countPassages(current),
    problems: current.corpus.problems,
    tookMs: clock.now() - from,
  });

  return {
    current: () => current,
    refresh: (isConfirmed) => {
      // One at a time: a refresh that is asked for while another runs reads the files after it, so it misses nothing.
      const next = refreshing.then(() => refresh(isConfirmed));
      refreshing = next.catch(() => undefined);
      return next;
    },
  };
}

type Reading =
  | { readonly outcome: 'read'; readonly files: ReadFiles }
  | { readonly outcome: 'failed'; readonly reason: string };

/** A folder that cannot be read is told in the one sentence that the store has for it. */
async function tryToRead(knowledge: KnowledgeStore): Promise<Reading> {
  try {
    return { outcome: 'read', files: await knowledge.read() };
  } catch (error) {
    return { outcome: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}

function refusal(before: Snapshot, after: Snapshot): string | null {
  const [had, has] = [countPassages(before), countPassages(after)];
  return has >= had * leastKeptShare ? null : `Only ${has} of ${had} passages would be left.`;
}
