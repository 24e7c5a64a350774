import { LRUCache } from 'lru-cache';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** How long a person has to wait. */
export interface Wait {
  readonly waitMs: number;
  /** Whether the person has not been told yet. */
  readonly isFirst: boolean;
}

/** Keeps a person from asking faster than a server allows. */
export interface Cooldown {
  /**
   * Counts a question: how long the person has to wait, or null when this question is fine.
   * @param seconds Time between two questions of one person; 0 for none.
   */
  take(userId: string, seconds: number): Promise<Wait | null>;
}

/** How many questions are fine at a time. */
const questions = 1;

/** Servers choose among few lengths. */
const keptLengths = 100;

/** Nobody has asked anything yet. */
export function createCooldown(): Cooldown {
  const limiters = new LRUCache<number, RateLimiterMemory>({ max: keptLengths });
  const limiterFor = (duration: number): RateLimiterMemory => {
    const limiter = limiters.get(duration) ?? new RateLimiterMemory({ points: questions, duration });
    limiters.set(duration, limiter);
    return limiter;
  };
  return {
    async take(userId, seconds) {
      if (seconds === 0) return null;
      try {
        await limiterFor(seconds).consume(userId);
        return null;
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        return { waitMs: refusal.msBeforeNext, isFirst: refusal.consumedPoints === questions + 1 };
      }
    },
  };
}
