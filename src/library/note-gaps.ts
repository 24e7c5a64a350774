import type { Answer } from '../answer/answer.ts';
import { isCourtesyWord } from '../text/courtesy-words.ts';
import { detectLanguage } from '../text/detect-language.ts';
import { isStopWord } from '../text/stop-words.ts';
import { splitWords } from '../text/words.ts';

import { createLateCounter } from './count-later.ts';
import { errorName } from './error-name.ts';
import type { Library, Scope } from './library.ts';
import type { Clock, Logger } from './ports.ts';
import { scrubQuestion } from './scrub-question.ts';
import type { Store } from './store.ts';

/** What became of a question that was not answered. */
export type Noted =
  | { readonly kind: 'open'; readonly gapId: string }
  /** A moderator said that such questions are not for this server. */
  | { readonly kind: 'dismissed' }
  /** Nothing was kept: it was answered, asks nothing, or belongs to no server. */
  | { readonly kind: 'none' };

/** Keeps what was asked in vain, and counts what answered the rest. */
export interface GapNoter {
  note(question: string, answer: Answer, scope: Pick<Scope, 'guildId'>): Promise<Noted>;
  /** Writes what was counted last. Never rejects. */
  close(): Promise<void>;
  /** Forgets open gaps that nobody asked again for long, and votes and counts that are old. */
  forgetOld(): Promise<void>;
}

/** What it works with. */
export interface GapNoterParts {
  readonly store: Store;
  /** Finds the gap that a question belongs to. */
  readonly library: Pick<Library, 'closestGap'>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** How long a question is kept that nobody asks again. */
const keptMs = 30 * 24 * 60 * 60_000;

/** How long votes and counts are kept: moderators look back over a year, and no further. */
const countsKeptMs = 365 * 24 * 60 * 60_000;

/** More than moderators ever read: whoever floods the bot with nonsense fills no disk. */
const mostGaps = 2000;

/** Nobody would notice a question that is passed over by mistake; measured as in `same-meaning.ts`, 98.1 % are right. */
const surelySame = 0.85;

const none: Noted = { kind: 'none' };

/** What fails in the store keeps no question from being answered: it is logged, without the question. */
export function createGapNoter({ store, library, clock, logger }: GapNoterParts): GapNoter {
  const counter = createLateCounter(store, logger);

  async function keep(guildId: string, phrasing: string): Promise<Noted> {
    const { gap, likeness, known } = await library.closestGap(phrasing, guildId);
    const isDismissed = gap?.state === 'dismissed';
    if (isDismissed && likeness >= surelySame) return { kind: 'dismissed' };
    if (gap === null && known >= mostGaps) return none;
    const gapId = isDismissed ? null : (gap?.id ?? null);
    const id = await store.gaps.record(guildId, { phrasing, at: clock.now(), gapId });
    return { kind: 'open', gapId: id };
  }

  function count(guildId: string, answer: Answer): void {
    const at = clock.now();
    if (answer.outcome !== 'answered') counter.ended({ guildId, outcome: answer.outcome, at });
    else if (answer.snippets[0] !== undefined)
      counter.quoted({ guildId, passageId: answer.snippets[0].passageId, at });
  }

  return {
    async note(question, answer, { guildId }) {
      if (guildId === null) return none;
      const phrasing = scrubQuestion(question);
      if (answer.outcome !== 'answered' && !asksSomething(phrasing)) return none;
      count(guildId, answer);
      if (answer.outcome === 'answered') return none;
      try {
        return await keep(guildId, phrasing);
      } catch (error) {
        logger.error({ error: errorName(error) }, 'a gap was not kept');
        return none;
      }
    },
    close: () => counter.close(),
    async forgetOld() {
      const now = clock.now();
      const gaps = await store.gaps.forget(now - keptMs);
      const counts = [store.votes, store.quotes, store.tallies];
      const rows = await Promise.all(counts.map((each) => each.forget(now - countsKeptMs)));
      const forgotten = rows.reduce((sum, each) => sum + each, gaps);
      if (forgotten > 0) logger.info({ forgotten }, 'old gaps, votes and counts were forgotten');
    },
  };
}

/** A greeting and a lone "why?" ask nothing that an entry could answer. */
function asksSomething(phrasing: string): boolean {
  const language = detectLanguage(phrasing);
  return splitWords(phrasing, language).some(
    ({ text }) => !isStopWord(text, language) && !isCourtesyWord(text, language),
  );
}
