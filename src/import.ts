import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

import { Command } from 'commander';
import { config } from 'dotenv';

import { readSettings } from './config/settings.ts';
import { formatProblem, type Problem } from './corpus/problem.ts';
import { readEntryFile, type FiledEntry } from './library/read-entry-file.ts';
import type { Put, Store } from './library/store.ts';
import { exportFolder, openStoreOf } from './open-store-of.ts';
import { removeDeleted } from './remove-deleted.ts';
import { isThere } from './storage/database/find-store.ts';
import { createFileKnowledge } from './storage/file-knowledge.ts';
import { printable, runTerminalCommand } from './terminal-command.ts';

interface Options {
  readonly from?: string;
  readonly remove: boolean;
}

const command = new Command('import')
  .description(
    'Takes up entries from Markdown files as npm run export writes them: new ones, changed ones, and removed ones again. Entries whose file was deleted since are listed, and stay. With a mistake in any file nothing is changed, and the exit code is 1.',
  )
  .option('--from <folder>', `folder to read; by default "${exportFolder}" in the knowledge folder`)
  .option('--remove', 'remove the entries whose file was deleted since the export', false)
  .allowExcessArguments(false)
  .action(async ({ from, remove }: Options) => {
    config({ quiet: true });
    const reading = readSettings(process.env);
    if (reading.outcome === 'faulty') throw new Error(reading.faults.join('\n'));
    const { settings } = reading;
    const folder = from ?? join(settings.knowledgeFolder, exportFolder);
    if (!(await isThere(folder)))
      throw new Error(`There is no folder ${folder}: name the one of the files with --from.`);
    const { entries, problems } = await readEntries(folder);
    if (problems.length > 0) {
      refuse(problems);
      return;
    }
    const store = await openStoreOf(settings);
    try {
      const puts = await putAll(store, entries);
      const elsewhere = puts.flatMap(({ entry, put }) =>
        put.outcome === 'elsewhere' ? [ofAnotherServer(entry)] : [],
      );
      process.stdout.write(`${sumUp(puts.map(({ put }) => put))}\n`);
      if (elsewhere.length > 0) refuse(elsewhere);
      const filed = new Set(entries.map(({ id }) => id));
      const { lines, isDone } = await removeDeleted(store, { folder, filed, isWanted: remove });
      for (const line of lines) process.stdout.write(`${line}\n`);
      if (!isDone) process.exitCode = 1;
    } finally {
      await store.close();
    }
  });

/** An entry and where it stands. */
interface PlacedEntry extends FiledEntry {
  readonly path: string;
}

async function readEntries(
  folder: string,
): Promise<{ readonly entries: readonly PlacedEntry[]; readonly problems: readonly Problem[] }> {
  const { files, problems } = await createFileKnowledge({ folder }).read();
  const found: Problem[] = [...problems];
  const entries = new Map<string, PlacedEntry>();
  for (const file of files) {
    const read = readEntryFile(file);
    if (read.outcome === 'faulty') found.push(...read.problems);
    if (read.outcome !== 'entry') continue;
    const first = entries.get(read.entry.id);
    if (first !== undefined) found.push(repeatedEntry(file.path, first.path));
    else entries.set(read.entry.id, { ...read.entry, path: file.path });
  }
  return { entries: [...entries.values()], problems: found };
}

function repeatedEntry(path: string, first: string): Problem {
  const message = `unexpected second file of the entry in "${first}", expected an id of its own`;
  return { path, line: 1, severity: 'error', rule: 'entry-file', message };
}

function ofAnotherServer({ path }: PlacedEntry): Problem {
  const message = 'unexpected id of an entry of another server, expected an id of its own';
  return { path, line: 1, severity: 'error', rule: 'entry-file', message };
}

async function putAll(
  store: Store,
  entries: readonly PlacedEntry[],
): Promise<readonly { readonly entry: PlacedEntry; readonly put: Put }[]> {
  const puts = [];
  for (const entry of entries) {
    const act = { by: 'npm run import', at: Date.now(), interactionId: randomUUID() };
    puts.push({ entry, put: await store.entries.put(entry.guildId, entry, act) });
  }
  return puts;
}

function refuse(problems: readonly Problem[]): void {
  for (const problem of problems) process.stdout.write(`${printable(formatProblem(problem))}\n`);
  process.exitCode = 1;
}

function sumUp(puts: readonly Put[]): string {
  const count = (change: string): number =>
    puts.filter((put) => put.outcome === 'saved' && put.change === change).length;
  const unchanged = puts.filter(({ outcome }) => outcome === 'unchanged').length;
  return `${count('added')} added, ${count('edited')} changed, ${count('restored')} brought back, ${unchanged} as they were.`;
}

await runTerminalCommand(command);
