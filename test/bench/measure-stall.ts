import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { quantile } from '../../src/evaluation/statistics.ts';
import { commonScope, type Library } from '../../src/library/library.ts';
import { openWorkerLibrary, type WorkerLibrary } from '../../src/worker/open-worker-library.ts';
import { startThread } from '../../src/worker/start-thread.ts';
import { findThreadTime, readThreadTime } from '../../src/worker/thread-time.ts';

import { generateTexts, nthQuestion, type Texts } from './generate-texts.ts';
import { readWords } from './word-list.ts';

/**
 * `npm run bench:stall -- PASSAGES`: how long the main thread stands still while other threads build and search so many
 * passages under 50 questions a second. A timer of 5 ms is late by as much as its thread was busy.
 */

const questionsPerSecond = 50;
const tickMs = 5;
const quietMs = 5000;
const questionsAlone = 500;

interface Phase {
  readonly name: string;
  readonly seconds: number;
  /** The longest and the 99.9th percentile of how late the timer was, in milliseconds. */
  readonly longestMs: number;
  readonly p999Ms: number;
  /** The longest that the thread itself ran between two beats, whatever else the machine did; 0 where nothing counts it. */
  readonly longestRanMs: number;
  readonly answered: number;
  readonly busy: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

const [passages = '100000'] = process.argv.slice(2);
await measure(Number(passages));

async function measure(count: number): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'footnote-stall-'));
  try {
    const { questions, firstFile } = await writeTexts(join(home, 'knowledge'), count);
    const phases = [await measurePhase('nothing', null, questions, () => setTimeout(quietMs))];
    let opened: WorkerLibrary | undefined;
    phases.push(
      await measurePhase('first build', null, questions, async () => {
        opened = await open(home);
      }),
    );
    if (opened === undefined) throw new Error('The library is open.');
    const { library } = opened;
    phases.push(
      await measurePhase('questions', library, questions, () =>
        setTimeout((questionsAlone * 1000) / questionsPerSecond),
      ),
    );
    await writeFile(firstFile, '# Changed\n\nThis article is new.\n');
    phases.push(await measurePhase('refresh and questions', library, questions, () => library.refresh()));
    console.table(phases);
    await opened.close();
  } finally {
    await rm(home, { recursive: true });
  }
}

function open(home: string): Promise<WorkerLibrary> {
  const log = (fields: object, message: string): void => {
    process.stderr.write(`${message} ${JSON.stringify(fields).slice(0, 200)}\n`);
  };
  return openWorkerLibrary({
    place: { knowledgeFolder: join(home, 'knowledge'), dataFolder: join(home, 'data'), databaseUrl: null },
    startThread,
    searchWithinMs: 1500,
    clock: { now: () => Date.now() },
    logger: { info: () => undefined, warn: log, error: log },
  });
}

async function writeTexts(
  folder: string,
  count: number,
): Promise<{ readonly questions: readonly string[]; readonly firstFile: string }> {
  const texts: Texts = generateTexts(await readWords(), count, 300, 1);
  for (const { path, text } of texts.files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const [first] = texts.files;
  return {
    questions: texts.questions.map(({ question }) => question),
    firstFile: join(folder, first?.path ?? ''),
  };
}

/** One beat of the timer. */
interface Stall {
  readonly lateMs: number;
  readonly ranMs: number;
}

/** Runs something, and asks questions meanwhile if there is a library to ask. */
async function measurePhase(
  name: string,
  library: Library | null,
  questions: readonly string[],
  run: () => Promise<unknown>,
): Promise<Phase> {
  const stalls: Stall[] = [];
  const times: number[] = [];
  const asked: Promise<void>[] = [];
  let busy = 0;
  const ask = async (question: string): Promise<void> => {
    const from = performance.now();
    try {
      await library?.answer(question, commonScope);
      times.push(performance.now() - from);
    } catch {
      busy += 1;
    }
  };
  const timeIn = findThreadTime();
  const look = (): { readonly at: number; readonly ranMs: number } => ({
    at: performance.now(),
    ranMs: readThreadTime(timeIn) ?? 0,
  });
  let last = look();
  const timer = setInterval(() => {
    const now = look();
    stalls.push({ lateMs: now.at - last.at - tickMs, ranMs: now.ranMs - last.ranMs });
    last = now;
  }, tickMs);
  const asking =
    library === null
      ? undefined
      : setInterval(() => asked.push(ask(nthQuestion(questions, asked.length))), 1000 / questionsPerSecond);
  const from = performance.now();
  await run();
  const seconds = (performance.now() - from) / 1000;
  process.stderr.write(`${name}: ${round(seconds)} s\n`);
  clearInterval(asking);
  await Promise.all(asked);
  clearInterval(timer);
  return {
    name,
    seconds: round(seconds),
    longestMs: round(Math.max(...stalls.map(({ lateMs }) => lateMs))),
    p999Ms: round(
      quantile(
        stalls.map(({ lateMs }) => lateMs),
        0.999,
      ),
    ),
    longestRanMs: round(Math.max(...stalls.map(({ ranMs }) => ranMs))),
    answered: times.length,
    busy,
    p50Ms: round(quantile(times, 0.5)),
    p99Ms: round(quantile(times, 0.99)),
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
