import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { expect, test } from 'vitest';

const withoutWatches = ['-Ur', 'sh', '-c', 'echo 0 > /proc/sys/user/max_inotify_watches && exec "$@"', 'sh'];
const canLimit = spawnSync('unshare', [...withoutWatches, 'true']).status === 0;

const program = `
  import { createFileKnowledge } from '${new URL('../../src/storage/file-knowledge.ts', import.meta.url).href}';
  const warn = (fields, message) => console.log('warned ' + fields.reason);
  const logger = { info() {}, warn, error: warn };
  await createFileKnowledge({ folder: process.argv[1], logger }).watch(() => console.log('changed'));
  console.log('watching');
`;

test.skipIf(!canLimit)(
  'where the system has no file watches left, changes are found by polling, and the log says so',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'footnote-polling-'));
    await writeFile(join(folder, 'a.md'), 'one');
    const node = [process.execPath, '--import', 'tsx', '--input-type=module', '-e', program, folder];
    const child = spawn('unshare', [...withoutWatches, ...node], { timeout: 15_000 });
    const lines: string[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      lines.push(line);
      if (line === 'watching') await writeFile(join(folder, 'a.md'), 'one and two');
      if (line === 'changed') break;
    }
    child.kill();
    await rm(folder, { recursive: true });
    expect(lines).toEqual(['warned ENOSPC', 'watching', 'changed']);
  },
);
