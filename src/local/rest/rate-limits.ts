import { createHash } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Route } from './route.ts';

/** Whether a request may pass, with the headers that tell of its bucket. */
export interface RateVerdict {
  readonly isLimited: boolean;
  readonly isGlobal: boolean;
  readonly retryAfterMs: number;
  readonly headers: Readonly<Record<string, string>>;
}

const unlimited: RateVerdict = { isLimited: false, isGlobal: false, retryAfterMs: 0, headers: {} };
const globalLimit = { points: 50, duration: 1 } as const;

const consume = async (
  limiter: RateLimiterMemory,
  key: string,
): Promise<{ readonly isLimited: boolean; readonly state: RateLimiterRes }> => {
  try {
    return { isLimited: false, state: await limiter.consume(key) };
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return { isLimited: true, state: refusal };
    throw refusal;
  }
};

/** Discord's two kinds of limits: 50 requests a second over all, and buckets of a route and its channel, guild or webhook. */
export class RateLimits {
  readonly #global = new RateLimiterMemory(globalLimit);
  readonly #routes = new Map<string, RateLimiterMemory>();

  async take(route: Route, majorParameter: string): Promise<RateVerdict> {
    if (route.needsBotToken) {
      const { isLimited, state } = await consume(this.#global, 'bot');
      if (isLimited) return { isLimited, isGlobal: true, retryAfterMs: state.msBeforeNext, headers: {} };
    }
    if (route.rate === null) return unlimited;
    const name = `${route.method} ${route.template}`;
    const { limit, windowMs } = route.rate;
    const limiter =
      this.#routes.get(name) ?? new RateLimiterMemory({ points: limit, duration: windowMs / 1_000 });
    this.#routes.set(name, limiter);
    const { isLimited, state } = await consume(limiter, majorParameter);
    const seconds = state.msBeforeNext / 1_000;
    const headers = {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(Math.max(0, state.remainingPoints)),
      'x-ratelimit-reset': String(Date.now() / 1_000 + seconds),
      'x-ratelimit-reset-after': String(seconds),
      'x-ratelimit-bucket': createHash('sha256').update(name).digest('hex').slice(0, 32),
    };
    return { isLimited, isGlobal: false, retryAfterMs: state.msBeforeNext, headers };
  }
}
