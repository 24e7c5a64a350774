import { readFileSync, readlinkSync } from 'node:fs';

/** Where Linux counts the processor time of the thread that calls this; null where no system does so. */
export function findThreadTime(): string | null {
  try {
    return `/proc/${readlinkSync('/proc/thread-self')}/schedstat`;
  } catch {
    return null;
  }
}

/** Milliseconds that a thread of this process has run so far, by what `findThreadTime` found in it; null when nothing says so. */
export function readThreadTime(found: string | null): number | null {
  if (found === null) return null;
  try {
    const nanoseconds = Number(readFileSync(found, 'latin1').split(' ', 1)[0]);
    return Number.isFinite(nanoseconds) ? nanoseconds / 1e6 : null;
  } catch {
    return null;
  }
}
