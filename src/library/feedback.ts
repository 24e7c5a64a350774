/** Why an answer did not help, as people can say it. */
export const voteReasons = ['wrong', 'outdated', 'other-question', 'no-help'] as const;

/** Why an answer did not help. */
export type VoteReason = (typeof voteReasons)[number];

/** What somebody thinks of one answer. */
export interface Vote {
  /** Who votes on which answer: stored as one keyed hash of both, so that neither can be read from it. */
  readonly userId: string;
  readonly answerKey: string;
  /** The passage that the answer shows first. */
  readonly passageId: string;
  readonly value: 'helpful' | 'unhelpful';
  readonly reason: VoteReason | null;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** How many votes the answers from one passage got. */
export interface PassageVotes {
  readonly passageId: string;
  readonly helpful: number;
  readonly unhelpful: number;
  /** How many of the unhelpful ones gave this reason. */
  readonly reasons: Readonly<Record<VoteReason, number>>;
}

/** Something that is forgotten after a while. */
interface Forgetful {
  /** Forgets what is from before this moment, in milliseconds since the epoch. @returns how many rows that were. */
  forget(before: number): Promise<number>;
}

/** What people think of answers, for moderators to read; it changes no ranking. */
export interface VoteStore extends Forgetful {
  /** Each person has one vote an answer: the latest takes the place of those before. */
  vote(guildId: string, vote: Vote): Promise<void>;
  /** @param since Milliseconds since the epoch. @returns the passages with the most unhelpful votes first. */
  summary(guildId: string, since: number): Promise<readonly PassageVotes[]>;
}

/** An answer that came from a passage. */
export interface QuotedPassage {
  readonly guildId: string;
  readonly passageId: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** A question that was not answered. */
export interface EndedQuestion {
  readonly guildId: string;
  readonly outcome: 'suggested' | 'unanswered';
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** How often answers came from which passage, without the questions. */
export interface QuoteStore extends Forgetful {
  /** Counts all of them, or none. */
  count(passages: readonly QuotedPassage[]): Promise<void>;
  /** Most often quoted first, from the day (in UTC) of this moment on, in milliseconds since the epoch. */
  mostQuoted(
    guildId: string,
    since: number,
    limit: number,
  ): Promise<readonly { readonly passageId: string; readonly times: number }[]>;
}

/** How many questions of one day ended in which way, and what became of gaps on it. */
export interface DayTally {
  /** Days since the epoch, in UTC. */
  readonly day: number;
  readonly answered: number;
  readonly suggested: number;
  readonly unanswered: number;
  /** Gaps that began. */
  readonly opened: number;
  /** Gaps that moderators settled, less those that they took up again; may be below zero. */
  readonly settled: number;
}

/** What happened on each day, as numbers alone. Answered questions are those of `QuoteStore`; gaps count themselves. */
export interface TallyStore extends Forgetful {
  /** Counts all of them, or none. */
  count(questions: readonly EndedQuestion[]): Promise<void>;
  /** The days (in UTC) on which something happened, oldest first, from that of this moment on, in milliseconds since the epoch. */
  days(guildId: string, since: number): Promise<readonly DayTally[]>;
}
