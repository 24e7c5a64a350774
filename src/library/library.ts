import type { Answer, Snippet } from '../answer/answer.ts';
import type { Explanation } from '../answer/explanation.ts';
import type { Problem } from '../corpus/problem.ts';
import type { Language } from '../text/language.ts';

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
  readonly tags: readonly string[];
  readonly passages: number;
  /** Headings of an article and questions of an FAQ, in source order: each can be asked. */
  readonly headings: readonly string[];
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
  /** Since the process started. */
  readonly questions: { readonly answered: number; readonly suggested: number; readonly unanswered: number };
}

/** What a refresh found and did. */
export interface RefreshReport {
  /** `kept`: the new snapshot was refused for `reason`, and the old one serves on. */
  readonly outcome: 'swapped' | 'kept';
  readonly reason: string | null;
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

/** The holder of the current snapshot and everything that can be asked of it. */
export interface Library {
  answer(question: string): Promise<Answer>;
  /** Why the question is answered as it is now; does not count as asking it. */
  explain(question: string): Promise<Explanation>;
  /** The best passages for the words of `text`, best first, whether or not they answer anything. */
  find(text: string, limit: number): Promise<readonly Snippet[]>;
  /** FAQ entries whose name fits what was typed: exact, then word, then body; the popular ones when it is empty. */
  suggestEntries(typed: string, limit: number): Promise<readonly EntryChoice[]>;
  /** The whole answer of one FAQ entry, by the id of `EntryChoice`, by `relatedKey` of it, or by its exact question; null when there is none. */
  entry(name: string): Promise<Answer | null>;
  /** The documents of the knowledge in path order. */
  topics(): Promise<readonly TopicDocument[]>;
  /** The whole text of one passage as a snippet, by `relatedKey` of its id; null when it is gone. */
  passage(key: string): Promise<Snippet | null>;
  /** A related question by the key that `relatedKey` gave for it; null when the knowledge no longer has it. */
  related(key: string): Promise<string | null>;
  status(): Promise<LibraryStatus>;
  /** Builds a snapshot from the source files and swaps it in. `confirmed` lets it drop over half of the passages. */
  refresh(options?: { readonly confirmed: boolean }): Promise<RefreshReport>;
}
