import { Command } from 'commander';
import { config } from 'dotenv';

import { readSettings } from './config/settings.ts';
import { createLogger } from './logging/create-logger.ts';
import { moveStore } from './storage/database/move-store.ts';
import { runTerminalCommand } from './terminal-command.ts';

const command = new Command('move')
  .description(
    'Copies what the bot keeps in DATA_DIR into an empty PostgreSQL database. Stop the bot before.',
  )
  .requiredOption('--to <address>', 'such as postgres://user:password@host/database')
  .allowExcessArguments(false)
  .action(async ({ to }: { readonly to: string }) => {
    config({ quiet: true });
    const reading = readSettings({ ...process.env, DATABASE_URL: to });
    if (reading.outcome === 'faulty')
      throw new Error(reading.faults.map((fault) => fault.replace(/^DATABASE_URL/u, '--to')).join('\n'));
    const { dataFolder, logLevel } = reading.settings;
    const logger = createLogger({
      level: logLevel,
      secrets: [to],
      write: (line) => process.stderr.write(line),
    });
    const copied = await moveStore(dataFolder, to, logger);
    process.stdout.write(
      `Copied ${copied} rows. Set DATABASE_URL to this address and start the bot again; DATA_DIR is as it was.\n`,
    );
  });

await runTerminalCommand(command);
