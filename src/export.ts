import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

import { Command } from 'commander';
import { config } from 'dotenv';

import { readSettings } from './config/settings.ts';
import type { SourceFile } from './corpus/document.ts';
import type { Entry } from './library/entry.ts';
import { entryFileName, toEntryFile } from './library/entry-file.ts';
import { toExportedListFile } from './library/exported-list.ts';
import { readEntryFile } from './library/read-entry-file.ts';
import type { Store } from './library/store.ts';
import { exportFolder, openStoreOf } from './open-store-of.ts';
import { findStore } from './storage/database/find-store.ts';
import { writeFiles } from './storage/write-files.ts';
import { runTerminalCommand } from './terminal-command.ts';

interface Options {
  readonly server?: string;
  readonly to?: string;
}

const command = new Command('export')
  .description(
    'Writes the entries of a server as Markdown files, one an entry. The bot goes on to answer from its store; npm run import reads the files back.',
  )
  .option('--server <id>', 'server of the entries; may be left out when only one server has any')
  .option('--to <folder>', `folder to write to; by default "${exportFolder}" in the knowledge folder`)
  .allowExcessArguments(false)
  .action(async (options: Options) => {
    config({ quiet: true });
    const reading = readSettings(process.env);
    if (reading.outcome === 'faulty') throw new Error(reading.faults.join('\n'));
    const { settings } = reading;
    if (settings.databaseUrl === null) await findStore(settings.dataFolder);
    const store = await openStoreOf(settings);
    try {
      const guildId = await chooseServer(store, options.server ?? null);
      const folder = join(options.to ?? join(settings.knowledgeFolder, exportFolder), guildId);
      const entries = await store.entries.list(guildId);
      const files = entries.map(toFile);
      await writeFiles(folder, [...files, toExportedListFile(guildId, entries)], (name) =>
        /-[a-z0-9]{1,16}\.md$/u.test(name),
      );
      process.stdout.write(
        `${files.length} ${files.length === 1 ? 'entry' : 'entries'} in ${folder}. The bot answers from its store, not from these files: npm run import takes up what you change.\n`,
      );
    } finally {
      await store.close();
    }
  });

async function chooseServer(store: Store, wanted: string | null): Promise<string> {
  const servers = await store.entries.servers();
  const [only] = servers;
  if (only === undefined) throw new Error('No server has entries yet.');
  if (wanted !== null && servers.includes(wanted)) return wanted;
  if (wanted === null && servers.length === 1) return only;
  const remedy = `name one of these with --server: ${servers.join(', ')}.`;
  throw new Error(
    wanted === null ? `Several servers have entries; ${remedy}` : `That server has none; ${remedy}`,
  );
}

/** @throws Error when the file would not read back as the entry: better no file than one that loses something. */
function toFile(entry: Entry): SourceFile {
  const file = { path: entryFileName(entry), text: toEntryFile(entry) };
  const { id, guildId, version, updatedAt, ...fields } = entry;
  const read = readEntryFile(file);
  if (read.outcome === 'entry' && isDeepStrictEqual(read.entry, { guildId, id, fields })) return file;
  throw new Error(
    `The entry ${id} (version ${version} of ${new Date(updatedAt).toISOString()}) cannot be written to a file as it is: change it in Discord with /entry edit.`,
  );
}

await runTerminalCommand(command);
