import type { Answer, Snippet } from '../answer/answer.ts';
import type { Caution } from '../answer/caution.ts';
import type { Explanation } from '../answer/explanation.ts';
import type { Problem } from '../corpus/problem.ts';
import type { Language } from '../text/language.ts';

import type { ClosestGap } from './closest-gap.ts';
import type { EntryFields } from './entry.ts';

/** An FAQ entry as it is offered by name. */
export interface EntryChoice {
  /** Passage id of the entry. */
  readonly id: string;
  readonly question: string;
}

/** A document as it is listed. */
export interface TopicDocument {
  readonly id: string;
  readonly title: string;
  readonly path: string;
  readonly url: string | null;
  /** ISO date after which it may be outdated. */
  readonly reviewOn: string | null;
  readonly tags: readonly string[];
  readonly passages: number;
  /** Headings of an article and questions of an FAQ, in source order: each can be asked. */
  readonly headings: readonly string[];
}

/** Questions since the last refresh. */
export interface RepeatedQuestions {
  readonly asked: number;
  /** Those whose answer was still known from when they were asked before. */
  readonly remembered: number;
}

/** What the library holds, and how its answers went. */
export interface LibraryStatus {
  readonly documents: number;
  readonly passages: number;
  readonly entries: number;
  readonly languages: readonly Language[];
  /** When the snapshot that serves now was built. */
  readonly refreshedAt: Date;
  readonly problems: readonly Problem[];
  readonly repeated: RepeatedQuestions;
  /** Since the process started. */
  readonly questions: { readonly answered: number; readonly suggested: number; readonly unanswered: number };
}

/** Why the snapshot before serves on. */
export type KeptReason =
  | { readonly kind: 'fewer-passages'; readonly had: number; readonly left: number }
  /** `cause` is the sentence of the knowledge store, in English: for the log. */
  | { readonly kind: 'unreadable'; readonly cause: string };

/** What a refresh found and did. */
export interface RefreshReport {
  /** `kept`: the new snapshot was refused for `reason`, and the old one serves on. */
  readonly outcome: 'swapped' | 'kept';
  readonly reason: KeptReason | null;
  /** Whether it was kept only because over half of the passages would vanish, which a person can confirm. */
  readonly isConfirmable: boolean;
  /** Paths of source files. */
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** Those with errors of which the last good version stays in use. */
  readonly stale: readonly string[];
  readonly passages: number;
  readonly problems: readonly Problem[];
  readonly tookMs: number;
}

/** For whom something is asked: each server's own entries are seen there alone, and what is restricted by few. */
export interface Scope {
  /** Id of the server; null for the common knowledge alone, as in direct messages and in the terminal. */
  readonly guildId: string | null;
  /** Null for somebody who may read all of it. */
  readonly reader: Reader | null;
  /** How sure an answer has to be. */
  readonly caution: Caution;
}

/** Who will read a reply, as far as documents are restricted. */
export interface Reader {
  /** Ids and lower-case names of the channel and of what it stands in; none in direct messages. */
  readonly channels: readonly string[];
  /** Ids and lower-case names of roles that everybody who will read the reply has. */
  readonly roles: readonly string[];
}

/** All of the common knowledge, for those who have its files. */
export const commonScope: Scope = { guildId: null, reader: null, caution: 'usual' };

/** An FAQ entry that asks nearly the same as a question. */
export interface SimilarEntry extends EntryChoice {
  /** The question or alias of the entry that comes closest. */
  readonly phrasing: string;
  /** 0 to 1: how alike they are. */
  readonly similarity: number;
}

/** A question that would be answered otherwise than it is now. */
export interface AnswerChange {
  readonly question: string;
  /** What answers it now. */
  readonly before: Snippet;
  /** What would; null when nothing would. */
  readonly after: Snippet | null;
}

/** An entry that is not saved yet. */
export interface DraftedEntry {
  readonly scope: Scope & { readonly guildId: string };
  readonly fields: EntryFields;
  /** The entry that it is to change; null for a new one. */
  readonly id: string | null;
}

/**
 * All that can be asked of the knowledge. What goes in and what comes out is plain data: whoever answers may live in
 * another thread, and be replaced there. It counts nothing.
 */
export interface Answerer {
  answer(question: string, scope: Scope): Promise<Answer>;
  /** Why the question is answered as it is now. */
  explain(question: string, scope: Scope): Promise<Explanation>;
  /** The best passages for the words of `text`, best first, whether or not they answer anything. */
  find(text: string, scope: Scope, limit: number): Promise<readonly Snippet[]>;
  /**
   * FAQ entries whose name fits what was typed: exact, then word, then body.
   * @param popular Passage ids of entries, the most asked first: these come first when nothing was typed.
   */
  suggestEntries(
    typed: string,
    scope: Scope,
    limit: number,
    popular: readonly string[],
  ): Promise<readonly EntryChoice[]>;
  /** Entries that mean nearly the same as this question, which could be a phrasing of theirs; the closest first. */
  similarEntries(question: string, scope: Scope, limit: number): Promise<readonly SimilarEntry[]>;
  /** The whole answer of one FAQ entry, by the id of `EntryChoice`, by `relatedKey` of it, or by its exact question; null when there is none. */
  entry(name: string, scope: Scope): Promise<Answer | null>;
  /** The documents of the knowledge in path order. */
  topics(scope: Scope): Promise<readonly TopicDocument[]>;
  /** The first `limit` titles of these documents, each once: of much knowledge all would be a long list. */
  topicTitles(scope: Scope, limit: number): Promise<readonly string[]>;
  /** The whole text of one passage as a snippet, by `relatedKey` of its id; null when it is gone. */
  passage(key: string, scope: Scope): Promise<Snippet | null>;
  /** A related question by the key that `relatedKey` gave for it; null when the knowledge no longer has it. */
  related(key: string, scope: Scope): Promise<string | null>;
  /** Which of `questions` would be answered otherwise, or no longer, if this was saved. */
  impact(draft: DraftedEntry, questions: readonly string[]): Promise<readonly AnswerChange[]>;
  /** The gap of a server that asks the same; many are compared, which takes its time. */
  closestGap(phrasing: string, guildId: string): Promise<ClosestGap>;
  /** Takes up what was just changed in the store for this server: answers that are asked for from then on are made from it. */
  reloadServer(guildId: string): Promise<void>;
  status(scope: Scope): Promise<Omit<LibraryStatus, 'questions'>>;
}

/** The holder of the current snapshot and everything that can be asked of it. */
export interface Library extends Omit<Answerer, 'suggestEntries' | 'status'> {
  /** FAQ entries whose name fits what was typed: exact, then word, then body; the popular ones when it is empty. */
  suggestEntries(typed: string, scope: Scope, limit: number): Promise<readonly EntryChoice[]>;
  status(scope: Scope): Promise<LibraryStatus>;
  /** Builds a snapshot from the source files and swaps it in. `confirmed` lets it drop over half of the passages. */
  refresh(options?: { readonly confirmed: boolean }): Promise<RefreshReport>;
}
