import { spawnSync } from 'node:child_process';

import { programOf } from './program.ts';

interface Run {
  readonly exitCode: number | null;
  readonly out: string;
  readonly error: string;
}

interface Surroundings {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs an entry point of the terminal as a process of its own, with an empty environment unless one is given. */
export function runTerminal(
  name: 'ask' | 'eval',
  options: readonly string[],
  { input = '', env = {} }: Surroundings = {},
): Run {
  const { PATH = '' } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [programOf(name), ...options], {
    encoding: 'utf8',
    input,
    env: { PATH, ...env },
  });
  return { exitCode: status, out: stdout, error: stderr };
}
