import { Command } from 'commander';
import { config } from 'dotenv';

import { readSettings } from './config/settings.ts';
import { backUp } from './storage/database/back-up.ts';
import { runTerminalCommand } from './terminal-command.ts';

const command = new Command('backup')
  .description('Copies what the bot keeps in DATA_DIR into one file, also while the bot runs.')
  .argument('<file>', 'file to write, which must not be there yet')
  .allowExcessArguments(false)
  .action(async (file: string) => {
    config({ quiet: true });
    const reading = readSettings(process.env);
    if (reading.outcome === 'faulty') throw new Error(reading.faults.join('\n'));
    const { dataFolder, databaseUrl } = reading.settings;
    if (databaseUrl !== null)
      throw new Error(
        'The bot keeps its data in the PostgreSQL database of DATABASE_URL: back it up with pg_dump.',
      );
    await backUp(dataFolder, file);
    process.stdout.write(`Written to ${file}.\n`);
  });

await runTerminalCommand(command);
