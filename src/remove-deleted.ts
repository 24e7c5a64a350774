import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

import type { Entry } from './library/entry.ts';
import {
  exportedListName,
  findDeleted,
  readExportedList,
  type ExportedList,
} from './library/exported-list.ts';
import type { Store } from './library/store.ts';
import { printable } from './terminal-command.ts';

/** What is done about entries whose files were deleted. */
export interface RemoveOptions {
  /** Folder that was imported. */
  readonly folder: string;
  /** Ids that its files hold. */
  readonly filed: ReadonlySet<string>;
  /** Whether they are removed, or only listed. */
  readonly isWanted: boolean;
}

/** Removing more than this part of a server's entries at once is refused: a part of the folder may be missing. */
const mostRemovedShare = 0.5;

/**
 * Removes entries whose files were deleted after an export, or lists them.
 * @returns lines for the person at the terminal, and whether all that was wanted was done.
 * @throws Error with one plain sentence when a list of what was exported cannot be read.
 */
export async function removeDeleted(
  store: Store,
  { folder, filed, isWanted }: RemoveOptions,
): Promise<{ readonly lines: readonly string[]; readonly isDone: boolean }> {
  const lists = await readLists(folder);
  if (lists.length === 0 && isWanted)
    return {
      lines: [`${folder} has no list of what was exported: run npm run export first.`],
      isDone: false,
    };
  const told: Told[] = [];
  for (const list of lists) {
    const entries = await store.entries.list(list.guildId);
    const { removable, changed } = findDeleted(list, filed, entries);
    const isTooMany = removable.length > entries.length * mostRemovedShare;
    const removed = isWanted && !isTooMany ? await removeAll(store, removable) : [];
    told.push({ removable, removed, changed, isRefused: isWanted && isTooMany });
  }
  return { lines: told.flatMap(tell), isDone: !told.some(({ isRefused }) => isRefused) };
}

async function readLists(folder: string): Promise<readonly ExportedList[]> {
  const paths = await readdir(folder, { recursive: true });
  const lists = paths.filter((path) => basename(path) === exportedListName).sort();
  return Promise.all(lists.map(async (path) => readExportedList(await readFile(join(folder, path), 'utf8'))));
}

/** @returns those that nobody changed meanwhile. */
async function removeAll(store: Store, entries: readonly Entry[]): Promise<readonly Entry[]> {
  const removed: Entry[] = [];
  for (const entry of entries) {
    const act = { by: 'npm run import', at: Date.now(), interactionId: randomUUID() };
    const { outcome } = await store.entries.takeOut(entry.guildId, entry, act);
    if (outcome === 'saved') removed.push(entry);
  }
  return removed;
}

interface Told {
  readonly removable: readonly Entry[];
  readonly removed: readonly Entry[];
  readonly changed: readonly Entry[];
  readonly isRefused: boolean;
}

function tell({ removable, removed, changed, isRefused }: Told): readonly string[] {
  const left = removable.filter((entry) => !removed.includes(entry));
  const leftTitle = isRefused
    ? 'Without a file, but more than half of all, so none is removed; remove them in Discord if that is meant:'
    : 'Without a file, and still in the store; npm run import -- --remove removes them:';
  return [
    ...listUnder('Removed, since they have no file; /entry undo brings each of them back:', removed),
    ...listUnder(leftTitle, left),
    ...listUnder('Without a file, but changed after the export, so they stay:', changed),
  ];
}

function listUnder(title: string, entries: readonly Entry[]): readonly string[] {
  if (entries.length === 0) return [];
  return [title, ...entries.map(({ id, question }) => `  ${id} ${printable(question)}`)];
}
