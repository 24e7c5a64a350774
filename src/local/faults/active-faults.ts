import type { RequestFault, RequestMatch, SessionStartLimit } from './faults.ts';
import { RuleList } from './rule-list.ts';

interface RequestRule {
  readonly fault: RequestFault;
  readonly match: RequestMatch;
}

/** What is made to go wrong at the moment; read by REST and gateway. */
export class ActiveFaults {
  readonly requests = new RuleList<RequestRule>();
  readonly closesOnIdentify = new RuleList<{ readonly code: number; readonly reason: string }>();
  readonly withheldAcks = new RuleList<object>();
  readonly freezes = new RuleList<object>();
  readonly refusals = new RuleList<object>();
  readonly copies = new RuleList<{ readonly eventName: string; readonly copies: number }>();
  readonly delays = new RuleList<{ readonly eventName: string; readonly delayMs: number }>();
  isMessageContentAllowed = true;
  sessionStartLimit: SessionStartLimit = {
    total: 1_000,
    remaining: 1_000,
    resetAfterMs: 24 * 60 * 60_000,
    maxConcurrency: 1,
  };
  recommendedShards = 1;
}
