import type { Snippet } from '../answer/answer.ts';
import type { PassageVotes } from '../library/feedback.ts';
import type { WeekTally } from '../library/fill-days.ts';
import type { Gap } from '../library/store.ts';

/** What moderators learn from their server. */
export interface Insights {
  /** How many days the votes and the most asked are of. */
  readonly days: number;
  /** The passages that answered most questions; null for the text of one that is gone. */
  readonly mostAsked: readonly { readonly times: number; readonly passage: Snippet | null }[];
  readonly votes: readonly PassageVotes[];
  /** The passages that helped least. */
  readonly leastHelpful: readonly (PassageVotes & { readonly passage: Snippet | null })[];
  /** What became of gaps, oldest week first. */
  readonly weeks: readonly WeekTally[];
  /** Open gaps, most asked first. */
  readonly gaps: readonly Gap[];
  /** Entries and files past their review date, an ISO date, longest first. */
  readonly overdue: readonly { readonly name: string; readonly reviewOn: string }[];
  /** When it was asked for. */
  readonly now: Date;
}
