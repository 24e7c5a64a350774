import type { AuditNoter } from '../library/note-audit.ts';
import type { GapNoter } from '../library/note-gaps.ts';
import type { Library } from '../library/library.ts';
import type { SettingsHolder } from '../library/hold-settings.ts';
import type { Store } from '../library/store.ts';
import type { ShardsHere } from '../render/render-shards.ts';

import type { AskedQuestions } from './asked-questions.ts';
import type { Drafts } from './drafts.ts';
import type { DrawPicture } from './draw-picture.ts';
import type { EntryDrafts } from './entry-drafts.ts';
import type { RulesOf } from './server-rules.ts';

/** Everything that commands act on. */
export interface Services {
  readonly library: Library;
  readonly store: Store;
  readonly gaps: GapNoter;
  readonly audit: AuditNoter;
  readonly drafts: Drafts;
  readonly entryDrafts: EntryDrafts;
  /** The questions that the knowledge folder says how to answer. */
  readonly ownQuestions: () => Promise<readonly string[]>;
  readonly askedQuestions: AskedQuestions;
  readonly settings: SettingsHolder;
  readonly rulesOf: RulesOf;
  /** Channels of a server for which the operator has set that all questions are answered. */
  readonly operatorChannels: (guildId: string) => readonly string[];
  /** Seconds between two questions where a server has set nothing. */
  readonly operatorCooldown: number;
  /** Whether Discord sends the text of messages that do not mention the bot. */
  readonly readsContent: boolean;
  /** Whether the bot may write in this channel, as far as it knows. */
  readonly mayWriteIn: (channelId: string) => boolean;
  readonly shards: () => ShardsHere;
  readonly drawPicture: DrawPicture;
  /** Ids and names by which documents can be restricted to a channel. */
  readonly placesOf: (channelId: string) => readonly string[];
}
