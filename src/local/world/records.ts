import type { APIAttachment, APIMessage } from 'discord-api-types/v10';
import type { ChannelView, MemberView, RoleView } from '../contract.ts';
import type { SeedOverwrite } from './seed.ts';

/** A server as it stands now. */
export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly locale: string;
  /** @everyone first; its id is the guild's. */
  readonly roles: readonly RoleView[];
  /** By user id. */
  readonly members: Map<string, MemberView>;
}

/** A channel, thread or direct conversation as it stands now. */
export interface Channel extends ChannelView {
  /** A thread has none: its parent's hold. */
  readonly overwrites: readonly SeedOverwrite[];
}

/** A file that a request brought. */
export interface Upload {
  /** What the request's own `attachments` call it: the number of the part that it came in. */
  readonly partId: string | null;
  /** What it becomes. */
  readonly attachment: APIAttachment;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A message and who can see it. */
export interface StoredMessage {
  readonly message: APIMessage;
  /** The one user who may see it, or null for everyone in the channel. */
  readonly visibleTo: string | null;
}
