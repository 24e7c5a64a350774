import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { SourceFile } from '../corpus/document.ts';

/**
 * Writes files into a folder, which is made when it is missing: each is there whole or as it was before, also after a
 * power cut. `path` is the name in the folder.
 * @param isOld Whether a file that is none of these is one of before, and goes.
 * @throws what the file system throws.
 */
export async function writeFiles(
  folder: string,
  files: readonly SourceFile[],
  isOld: (name: string) => boolean,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { path, text } of files) await replaceFile(folder, path, text);
  const names = new Set(files.map(({ path }) => path));
  const old = (await readdir(folder)).filter((name) => !names.has(name) && isOld(name));
  for (const name of old) await rm(join(folder, name));
  await sync(folder);
}

async function replaceFile(folder: string, name: string, text: string): Promise<void> {
  // Hidden, so that a bot which reads the folder meanwhile passes over it.
  const part = join(folder, `.${name}.part`);
  const handle = await open(part, 'w');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(part, join(folder, name));
}

async function sync(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
