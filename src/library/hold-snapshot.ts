import type { RefreshReport } from './library.ts';
import type { Logger } from './ports.ts';
import { logRefresh, refreshSnapshot, toPredecessor, type SnapshotParts } from './refresh-snapshot.ts';
import type { Snapshot } from './snapshot.ts';

/** The holder of the snapshot that serves now. */
export interface SnapshotHolder {
  current(): Snapshot;
  refresh(isConfirmed: boolean): Promise<RefreshReport>;
}

/** Holds a snapshot, and swaps it for a new one only when that is built whole. */
export function holdSnapshot(
  first: Snapshot,
  parts: SnapshotParts & { readonly logger: Logger },
): SnapshotHolder {
  let current = first;
  let refreshing: Promise<unknown> = Promise.resolve();

  const refresh = async (isConfirmed: boolean): Promise<RefreshReport> => {
    const { report, next } = await refreshSnapshot(toPredecessor(current), isConfirmed, parts);
    if (next !== null) current = next;
    logRefresh(parts.logger, report);
    return report;
  };

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
