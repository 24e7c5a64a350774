import { open, rename, rm } from 'node:fs/promises';

import { findStore, isThere } from './find-store.ts';
import { chooseEngine } from './sqlite.ts';

/**
 * Writes a copy of the embedded store as it is at one moment, also while bots work on it. The copy is on disk, whole and
 * in one file when this resolves.
 * @throws Error with one plain sentence when there is no store, or a file of that name already.
 */
export async function backUp(dataFolder: string, file: string): Promise<void> {
  const source = await findStore(dataFolder);
  if (await isThere(file)) throw new Error(`${file} is there already; give the backup another name.`);
  const part = `${file}.part`;
  // Left by a backup that was stopped; SQLite writes into no file that holds something.
  await rm(part, { force: true });
  const connect = await chooseEngine();
  const database = connect(source);
  try {
    database.exec('PRAGMA busy_timeout=5000');
    database.prepare('VACUUM INTO ?').run(part);
  } catch (error) {
    await rm(part, { force: true });
    throw new Error(`The backup could not be written to ${file}: ${reasonOf(error)}.`, { cause: error });
  } finally {
    database.close();
  }
  await sync(part);
  await rename(part, file);
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  await handle.sync();
  await handle.close();
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
