import { randomBytes } from 'node:crypto';

import { LRUCache } from 'lru-cache';

/** A question that was answered, and the passages that the answer shows. */
export interface AskedQuestion {
  readonly question: string;
  readonly passageIds: readonly string[];
  /** Id of the person who asked. */
  readonly askedBy: string;
  /** The server in which it was asked; null in direct messages. */
  readonly guildId: string | null;
}

/**
 * The questions behind the answers of late, so that "Why this answer" can ask them again and a vote finds its passage. In
 * memory alone: a question stands in no button and in no log, and who asked it is written down nowhere.
 */
export interface AskedQuestions {
  /** The key under which the question can be found. */
  put(asked: AskedQuestion): string;
  /** The question, as often as one likes until it is forgotten. */
  get(key: string): AskedQuestion | null;
  /** What was asked in a server of late, newest first, each question once. */
  recent(guildId: string): readonly string[];
}

const lifetimeMs = 24 * 60 * 60_000;
const capacity = 2000;

/** An empty memory of questions. */
export function createAskedQuestions(): AskedQuestions {
  const questions = new LRUCache<string, AskedQuestion>({ max: capacity, ttl: lifetimeMs });
  return {
    put(asked) {
      const key = randomBytes(8).toString('hex');
      questions.set(key, asked);
      return key;
    },
    get: (key) => questions.get(key) ?? null,
    recent(guildId) {
      // A question that is looked at again counts as asked again.
      const here = [...questions.values()].filter((asked) => asked.guildId === guildId);
      return [...new Set(here.map(({ question }) => question))];
    },
  };
}
