import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { createLogger, type LoggerOptions } from '../../src/logging/create-logger.ts';
import type { Logger } from '../../src/library/ports.ts';

const token = 'MTMz.Gabcde.canary-of-the-bot';

/** What the log holds after `write` has logged. */
function logged(write: (logger: Logger) => void, level: LoggerOptions['level'] = 'info'): readonly string[] {
  const lines: string[] = [];
  write(createLogger({ level, secrets: [token, ''], write: (line) => lines.push(line) }));
  return lines;
}

describe('a line of the log', () => {
  test('is one JSON object with time, level, message and fields', () => {
    const [line = ''] = logged((logger) => {
      logger.warn({ channelId: '1' }, 'the bot may not write');
    });
    expect(JSON.parse(line)).toMatchObject({ level: 'warn', msg: 'the bot may not write', channelId: '1' });
    expect(line).toMatch(/"time":"\d{4}-\d\d-\d\dT/u);
  });

  test('never shows a secret, wherever it stands', () => {
    const lines = logged((logger) => {
      logger.error({ url: `https://x/${token}`, deep: { list: [token] } }, `refused ${token}`);
    });
    expect(lines.join('')).not.toContain(token);
    expect(lines.join('')).toContain('https://x/[secret]');
  });

  test('stays one line that moves no cursor and hides nothing, whatever is logged', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('\n{"level":"error"}\n', '\u001b[2J', 'a\u202eb', '\u2028', '\u0085', '\ud800'),
    );
    fc.assert(
      fc.property(hostile, hostile, (field, message) => {
        const lines = logged((logger) => {
          logger.info({ field }, message);
        });
        expect(lines).toHaveLength(1);
        expect(lines[0]).toMatch(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+\n$/u);
        expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'info' });
      }),
    );
  });

  test('is left out below the level that is asked for', () => {
    const write = (logger: Logger): void => {
      logger.info({}, 'all is well');
      logger.warn({}, 'look here');
    };
    expect(logged(write, 'warn')).toHaveLength(1);
    expect(logged(write, 'silent')).toHaveLength(0);
  });
});
