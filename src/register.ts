import { REST, Routes } from 'discord.js';
import { config } from 'dotenv';
import { z } from 'zod';

import { commandList } from './command-list.ts';
import { readSettings, type Settings } from './config/settings.ts';
import { redact } from './discord/describe-error.ts';
import { registerCommands } from './discord/register-commands.ts';

const failed = 1;
const badUsage = 2;
const applicationSchema = z.object({ id: z.string() });

config({ quiet: true });
const reading = readSettings(process.env);
if (reading.outcome === 'faulty') {
  for (const fault of reading.faults) tell(fault);
  process.exitCode = badUsage;
} else if (reading.settings.token === null) {
  tell('There is no DISCORD_TOKEN yet: copy .env.example to .env and put the token of your bot there.');
  process.exitCode = badUsage;
} else {
  await register(reading.settings.token, reading.settings);
}

async function register(token: string, { apiUrl, guildId }: Settings): Promise<void> {
  try {
    const rest = new REST({ api: apiUrl, retries: 0, version: '10' }).setToken(token);
    const { id } = applicationSchema.parse(await rest.get(Routes.currentApplication()));
    const written = await registerCommands({ rest, applicationId: id, guildId, commands: commandList });
    const where = guildId === null ? 'everywhere' : `in the server ${guildId}`;
    tell(
      written
        ? `Registered ${commandList.length} commands ${where}.`
        : `The commands are up to date ${where}.`,
    );
  } catch (error) {
    tell(
      `Discord does not take the commands: ${redact(error instanceof Error ? error.message : String(error))}.`,
    );
    process.exitCode = failed;
  }
}

/** For the person at the terminal. */
function tell(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
