import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { vi } from 'vitest';
import { z } from 'zod';
import { programOf } from './program.ts';

const logLine = z.looseObject({ level: z.union([z.number(), z.string()]), msg: z.string() });
type LogLine = z.infer<typeof logLine>;

const parseLine = (line: string): LogLine | null => {
  try {
    return logLine.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
};

const patienceMs = 40_000;

/** The real bot in a process of its own. */
export class BotProcess {
  readonly #child: ChildProcess;
  /** Everything that it wrote to standard output, which is its log. */
  output = '';
  /** Everything that it wrote to standard error, which is for people. */
  errors = '';
  /** The exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;

  /** @param program What is run; where it is left out, what was built for these tests. */
  constructor(
    cwd: string,
    settings: Readonly<Record<string, string>>,
    args: readonly string[] = [],
    program = programOf('main'),
  ) {
    const { PATH = '' } = process.env;
    this.#child = spawn(process.execPath, [program, ...args], {
      cwd,
      env: { PATH, ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child.stdout?.setEncoding('utf8').on('data', (text: string) => (this.output += text));
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.errors += text));
    this.ended = once(this.#child, 'close').then(
      () => this.#child.exitCode ?? this.#child.signalCode ?? 'unknown',
    );
  }

  get isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  log(): readonly LogLine[] {
    return this.output.split('\n').flatMap((line) => parseLine(line) ?? []);
  }

  /** The first line of the log that fits, as soon as it is there. */
  async untilLogged(fits: (line: LogLine) => boolean, timeoutMs = patienceMs): Promise<LogLine> {
    return vi.waitFor(
      () => {
        const line = this.log().find(fits);
        if (line === undefined) throw new Error(`Not logged so far:\n${this.output}\n${this.errors}`);
        return line;
      },
      { timeout: timeoutMs, interval: 20 },
    );
  }

  /** As when the program that its log was piped to has ended. */
  closeOutput(): void {
    this.#child.stdout?.destroy();
    this.#child.stderr?.destroy();
  }

  signal(name: NodeJS.Signals): void {
    this.#child.kill(name);
  }

  /** Asks it to stop and waits for that. */
  async stop(): Promise<number | string> {
    this.signal('SIGTERM');
    return this.ended;
  }
}
