import { join } from 'node:path';
import { inject } from 'vitest';

import type { Program } from './build-bot.ts';

/** Path of a program of the bot, as it was built for these tests. */
export const programOf = (program: Program): string => join(inject('botFolder'), `${program}.js`);
