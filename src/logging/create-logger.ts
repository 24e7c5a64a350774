import { pino } from 'pino';

import type { Logger } from '../library/ports.ts';

/** The levels that can be set, the fewest lines first but for `silent`, which writes none. */
export const logLevels = ['error', 'warn', 'info', 'silent'] as const;

/** How a log is written. */
export interface LoggerOptions {
  /** The least severe level that is written; null for `info`. */
  readonly level: (typeof logLevels)[number] | null;
  /** Texts that never reach the log, such as the bot's token. */
  readonly secrets: readonly string[];
  /** Takes one line with its line end. */
  readonly write: (line: string) => void;
}

/** Characters that can move the cursor, reorder a line or hide in it; JSON itself escapes those below the space only. */
const unprintable = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** A log of one JSON object a line, in which nothing that is logged can forge a line or show a secret. */
export function createLogger({ level, secrets, write }: LoggerOptions): Logger {
  const clean = (line: string): string =>
    secrets
      .filter((secret) => secret !== '')
      .reduce((text, secret) => text.replaceAll(secret, '[secret]'), line)
      .replace(unprintable, escapeCharacter);
  const logger = pino(
    {
      level: level ?? 'info',
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    {
      write: (line: string) => {
        write(clean(line));
      },
    },
  );
  return {
    info: (fields, message) => {
      logger.info(fields, message);
    },
    warn: (fields, message) => {
      logger.warn(fields, message);
    },
    error: (fields, message) => {
      logger.error(fields, message);
    },
  };
}

function escapeCharacter(character: string): string {
  return Array.from({ length: character.length }, (_unused, index) => {
    return String.raw`\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`;
  }).join('');
}
