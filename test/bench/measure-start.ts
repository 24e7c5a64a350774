import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { z } from 'zod';

/**
 * `npm run bench:start`: what one question in the terminal costs as a whole process, beside Node alone and Node with the
 * same packages. Processor time, and the least of many runs, since other work on the machine only ever adds.
 */

const runs = 15;
const ask = fileURLToPath(new URL('../../dist/src/ask.js', import.meta.url));
const project = fileURLToPath(new URL('../..', import.meta.url));

/** Makes a process say at its end how much processor time it took, in microseconds. */
const sayTime = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => { const { user, system } = process.cpuUsage(); process.stderr.write('\\n' + (user + system)); });",
)}`;

const packages = await listPackages();
const rows = [
  await measure('Node alone', ['-e', '0']),
  await measure('Node and the packages', ['--input-type=module', '-e', importAll(packages)]),
  await measure('npm run ask, without npm', [ask, 'Where do I find the rules?']),
];
console.table(rows);

/** The files of packages that one question loads. */
async function listPackages(): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'footnote-start-'));
  try {
    const env = { ...process.env, NODE_V8_COVERAGE: folder };
    await promisify(execFile)(process.execPath, [ask, 'x'], { cwd: project, env });
    const [name = ''] = await readdir(folder);
    const schema = z.object({ result: z.array(z.object({ url: z.string() })) });
    const { result } = schema.parse(JSON.parse(await readFile(join(folder, name), 'utf8')));
    return result.map(({ url }) => url).filter((url) => url.includes('/node_modules/'));
  } finally {
    await rm(folder, { recursive: true });
  }
}

function importAll(urls: readonly string[]): string {
  return urls.map((url) => `await import(${JSON.stringify(url)});`).join('\n');
}

async function measure(
  name: string,
  args: readonly string[],
): Promise<{ readonly name: string; readonly processorMs: number; readonly wallMs: number }> {
  const times = [];
  const walls = [];
  for (let run = 0; run < runs; run += 1) {
    const from = performance.now();
    const { stderr } = await promisify(execFile)(process.execPath, ['--import', sayTime, ...args], {
      cwd: project,
    });
    walls.push(performance.now() - from);
    times.push(Number(stderr.slice(stderr.lastIndexOf('\n'))) / 1000);
  }
  return { name, processorMs: Math.round(Math.min(...times)), wallMs: Math.round(Math.min(...walls)) };
}
