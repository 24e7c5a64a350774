import { constants, type BigIntStats } from 'node:fs';
import { open, realpath, stat, type FileHandle } from 'node:fs/promises';

import type { SourceFile } from '../corpus/document.ts';
import type { Problem } from '../corpus/problem.ts';

import { decodeText } from './decode-text.ts';
import { fileProblem, reasonOf } from './file-problem.ts';
import { isInside, type FoundFile } from './find-files.ts';

const largestBytes = 1024 * 1024;
const mostAttempts = 5;

/** A source file as it was read; a problem when it is set aside; null when it has gone meanwhile. */
type ReadResult =
  | { readonly outcome: 'read'; readonly file: SourceFile }
  | { readonly outcome: 'set-aside'; readonly problem: Problem }
  | { readonly outcome: 'gone' };

/**
 * Reads a file whole: when it changes meanwhile, it is read again. Nothing outside of `root` is ever opened.
 * @param known The file as it was read before, which is taken when it is surely unchanged.
 */
export async function readSourceFile(
  root: string,
  found: FoundFile,
  known?: SourceFile,
): Promise<ReadResult> {
  const isKnown = known?.stamp !== undefined && known.stamp === (await readStamp(found.realPath));
  return isKnown ? { outcome: 'read', file: known } : readAnew(root, found);
}

async function readAnew(root: string, { path, realPath }: FoundFile): Promise<ReadResult> {
  const setAside = (rule: string, message: string): ReadResult => ({
    outcome: 'set-aside',
    problem: fileProblem(path, rule, message),
  });
  try {
    const bytes = await readBytes(root, realPath);
    if (bytes === 'too-large') {
      return setAside('large-file', 'unexpected size of more than 1 MiB, expected a smaller file: divide it');
    }
    if (bytes === 'not-a-file') {
      return setAside('not-a-file', 'unexpected link, device or pipe, expected a regular file');
    }
    if (bytes === 'changing') {
      return setAside(
        'changing-file',
        'unexpected changes while it is read, expected a file at rest: refresh again',
      );
    }
    const decoded = await decodeText(bytes.content);
    const { stamp } = bytes;
    return decoded.outcome === 'text'
      ? { outcome: 'read', file: { path, text: decoded.text, ...(stamp === null ? {} : { stamp }) } }
      : setAside('unreadable-text', `unexpected ${decoded.reason}, expected text in UTF-8`);
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === 'ENOENT') return { outcome: 'gone' };
    return setAside(
      'unreadable-file',
      `unexpected file that cannot be read (${reason}), expected permission to read it`,
    );
  }
}

/** `stamp` is null while the file was changed too lately to tell it by its times. */
type BytesRead =
  { readonly content: Uint8Array; readonly stamp: string | null } | 'too-large' | 'not-a-file' | 'changing';

async function readBytes(root: string, realPath: string): Promise<BytesRead> {
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const handle = await open(realPath, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const bytes = await readOpened(root, realPath, handle);
      if (bytes !== 'changing') return bytes;
    } finally {
      await handle.close();
    }
  }
  return 'changing';
}

async function readOpened(root: string, realPath: string, handle: FileHandle): Promise<BytesRead> {
  const readAt = Date.now();
  const before = await handle.stat({ bigint: true });
  // What was checked before may have been swapped for something else until it was opened: check what is open now.
  const isSame =
    isInside(root, await realpath(realPath)) && isSameFile(before, await stat(realPath, { bigint: true }));
  if (!before.isFile() || !isSame) return before.isFile() ? 'changing' : 'not-a-file';
  const content = await readUpTo(handle, largestBytes + 1);
  if (content.length > largestBytes) return 'too-large';
  const after = await stat(realPath, { bigint: true });
  if (stampOf(before) !== stampOf(after) || BigInt(content.length) !== after.size) return 'changing';
  return { content, stamp: isAtRest(after, readAt) ? stampOf(after) : null };
}

function isSameFile(a: BigIntStats, b: BigIntStats): boolean {
  return a.dev === b.dev && a.ino === b.ino;
}

/**
 * Two stamps of one path that are equal show one content. Whatever changes a file sets its time of change, which no
 * program can choose, unlike the time of modification that copying tools set back; replacing it gives another inode.
 */
function stampOf({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): string {
  return [dev, ino, size, mtimeNs, ctimeNs].join(' ');
}

/** Null when there is no such file, or no right to see it. */
async function readStamp(realPath: string): Promise<string | null> {
  return stat(realPath, { bigint: true }).then(stampOf, () => null);
}

/** Times are as coarse as 2 s on some disks: a file that was changed shortly before could change again unseen. */
const coarsestTimeMs = 3000;

function isAtRest({ mtimeMs, ctimeMs }: BigIntStats, at: number): boolean {
  return Number(mtimeMs) < at - coarsestTimeMs && Number(ctimeMs) < at - coarsestTimeMs;
}

async function readUpTo(handle: FileHandle, most: number): Promise<Uint8Array> {
  const buffer = Buffer.alloc(most);
  let length = 0;
  while (length < most) {
    const { bytesRead } = await handle.read(buffer, length, most - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return buffer.subarray(0, length);
}
