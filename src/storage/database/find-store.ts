import { access } from 'node:fs/promises';
import { join } from 'node:path';

import { fileName } from './sqlite.ts';

/**
 * The file of the embedded store in this folder.
 * @throws Error with one plain sentence when there is none; opening would make one.
 */
export async function findStore(dataFolder: string): Promise<string> {
  const file = join(dataFolder, fileName);
  if (!(await isThere(file))) throw new Error(`There is no store at ${file}: check DATA_DIR.`);
  return file;
}

/** True when there is a file or folder of this name. */
export async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
