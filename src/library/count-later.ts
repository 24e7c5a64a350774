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
  let quoted: readonly QuotedPassage[] = [];
  let ended: readonly EndedQuestion[] = [];
  let timer: NodeJS.Timeout | undefined;

  async function write(): Promise<void> {
    timer = undefined;
    const [quotedNow, endedNow] = [quoted, ended];
    [quoted, ended] = [[], []];
    try {
      if (quotedNow.length > 0) await store.quotes.count(quotedNow);
    } catch (error) {
      quoted = hold(quotedNow, quoted);
      logger.error({ error: errorName(error) }, notCounted);
    }
    try {
      if (endedNow.length > 0) await store.tallies.count(endedNow);
    } catch (error) {
      ended = hold(endedNow, ended);
      logger.error({ error: errorName(error) }, notCounted);
    }
  }

  function writeSoon(): void {
    timer ??= setTimeout(() => void write(), writeEveryMs).unref();
  }

  return {
    quoted(passage) {
      quoted = hold(quoted, [passage]);
      writeSoon();
    },
    ended(question) {
      ended = hold(ended, [question]);
      writeSoon();
    },
    async close() {
      clearTimeout(timer);
      await write();
    },
  };
}

const notCounted = 'questions could not be counted yet';

function hold<T>(before: readonly T[], next: readonly T[]): readonly T[] {
  return [...before, ...next].slice(0, mostHeld);
}
