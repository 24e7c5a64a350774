import { errorName } from './error-name.ts';
import type { EndedQuestion, QuotedPassage } from './feedback.ts';
import type { Logger } from './ports.ts';
import type { Store } from './store.ts';

/** Counts in memory and writes once a second: the disk has to be asked for every write, and answers wait behind it. */
export interface LateCounter {
  quoted(passage: QuotedPassage): void;
  ended(question: EndedQuestion): void;
  /** Writes what was counted last. Never rejects. */
  close(): Promise<void>;
}

const writeEveryMs = 1000;

/** More than a second brings; while the store is down, what comes beyond them is not counted. */
const mostHeld = 5000;

/** What cannot be written is logged and held for the next time. */
export function createLateCounter(store: Pick<Store, 'quotes' | 'tallies'>, logger: Logger): LateCounter {
  let quoted: QuotedPassage[] = [];
  let ended: EndedQuestion[] = [];
  let timer: NodeJS.Timeout | undefined;
  let writing = Promise.resolve();

  /** One after the other, so that closing waits for what is being written too. */
  function writeNow(): Promise<void> {
    timer = undefined;
    writing = writing.then(write);
    return writing;
  }

  async function write(): Promise<void> {
    const [quotedNow, endedNow] = [quoted, ended];
    [quoted, ended] = [[], []];
    try {
      if (quotedNow.length > 0) await store.quotes.count(quotedNow);
    } catch (error) {
      quoted = [...quotedNow, ...quoted].slice(0, mostHeld);
      logger.error({ error: errorName(error) }, notCounted);
    }
    try {
      if (endedNow.length > 0) await store.tallies.count(endedNow);
    } catch (error) {
      ended = [...endedNow, ...ended].slice(0, mostHeld);
      logger.error({ error: errorName(error) }, notCounted);
    }
  }

  function writeSoon(): void {
    timer ??= setTimeout(() => void writeNow(), writeEveryMs).unref();
  }

  return {
    quoted(passage) {
      if (quoted.length < mostHeld) quoted.push(passage);
      writeSoon();
    },
    ended(question) {
      if (ended.length < mostHeld) ended.push(question);
      writeSoon();
    },
    async close() {
      clearTimeout(timer);
      await writeNow();
    },
  };
}

const notCounted = 'questions could not be counted yet';
