import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { Command } from 'commander';

import { drawBench } from './draw-bench.ts';
import { engines } from './engines.ts';
import {
  engineFigures,
  memoryFigures,
  serverFigures,
  type EngineFigures,
  type MemoryFigures,
  type ServerFigures,
} from './figures.ts';
import { printBench } from './print-bench.ts';

/**
 * `npm run bench`: Footnote beside other engines on the same made-up texts, compiled as `npm start` has it: `tsx` takes memory
 * of its own, and some of what it makes of our code is slower. README and ARCHITECTURE.md say what came out.
 */

interface Options {
  readonly sizes: string;
  readonly engines: string;
  readonly questions: string;
  readonly seed: string;
  readonly servers: string;
  readonly entries: string;
  readonly json?: string;
  readonly picture?: string;
}

await new Command('bench')
  .description('Measures Footnote beside other search engines, each in a process of its own.')
  .option('--sizes <list>', 'numbers of passages', '1000,10000,100000')
  .option('--engines <list>', 'engines to measure', [...engines.keys()].join(','))
  .option('--questions <count>', 'questions that are timed', '300')
  .option('--servers <count>', 'servers with entries of their own', '1000')
  .option('--entries <count>', 'entries of each server', '200')
  .option('--seed <number>', 'the same texts for the same seed', '1')
  .option('--json <file>', 'write the figures to this file too')
  .option('--picture <file>', 'draw the times of the engines into this SVG file')
  .action(run)
  .parseAsync();

async function run({
  sizes,
  engines: names,
  questions,
  seed,
  servers: count,
  entries,
  json,
  picture,
}: Options): Promise<void> {
  const figures: EngineFigures[] = [];
  const memory: MemoryFigures[] = [];
  const servers: ServerFigures[] = [];
  for (const size of sizes.split(',')) {
    for (const name of names.split(',')) {
      process.stderr.write(`${name}, ${size} passages\n`);
      figures.push(engineFigures.parse(await inChild('measure-engine.js', [name, size, questions, seed])));
      process.stderr.write(`${JSON.stringify(figures.at(-1))}\n`);
    }
    process.stderr.write(`memory, ${size} passages\n`);
    memory.push(memoryFigures.parse(await inChild('measure-memory.js', [size, questions, seed])));
    process.stderr.write(`servers, ${size} passages\n`);
    servers.push(serverFigures.parse(await inChild('measure-servers.js', [size, count, entries, seed])));
  }
  process.stdout.write(`${printBench(figures, memory, servers)}\n`);
  if (picture !== undefined) await writeFile(picture, `${drawBench(figures)}\n`);
  if (json !== undefined) await writeFile(json, `${JSON.stringify({ figures, memory, servers }, null, 2)}\n`);
}

/** Memory and speed of one must not depend on what another left behind. */
async function inChild(script: string, values: readonly string[]): Promise<unknown> {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', path, ...values]);
  return JSON.parse(stdout);
}
