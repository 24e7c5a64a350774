import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** How long a person has to wait. */
export interface Wait {
  readonly waitMs: number;
  /** Whether the person has not been told yet. */
  readonly isFirst: boolean;
}

/** Keeps a person from asking faster than the bot's settings allow. */
export interface Cooldown {
  /** Counts a question: how long the person has to wait, or null when this question is fine. */
  take(userId: string): Promise<Wait | null>;
}

/** How many questions are fine at a time. */
const questions = 1;

/** @param seconds Time between two questions of one person; 0 for none. */
export function createCooldown(seconds: number): Cooldown {
  if (seconds === 0) return { take: () => Promise.resolve(null) };
  const limiter = new RateLimiterMemory({ points: questions, duration: seconds });
  return {
    async take(userId) {
      try {
        await limiter.consume(userId);
        return null;
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        return { waitMs: refusal.msBeforeNext, isFirst: refusal.consumedPoints === questions + 1 };
      }
    },
  };
}
