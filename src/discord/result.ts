import type { Form } from '../render/form.ts';
import type { Reply } from '../render/reply.ts';

/** A reply to another message that everyone sees; only the person learns whether it worked. */
export interface Posting {
  readonly post: Reply;
  readonly channelId: string;
  /** The message that is replied to. */
  readonly messageId: string;
  /** Unique to this posting: however often it is sent, it is posted once. */
  readonly nonce: string;
  readonly whenPosted: Reply;
  readonly whenRefused: Reply;
}

/** Words for the person alone, even when the command's replies are public. */
export interface Aside {
  readonly aside: Reply;
}

/** A form that opens; only what is declared with the visibility `form` may result in one. */
export interface OpenForm {
  readonly form: Form;
}

/** Words for people who asked to be told, and a reply for the person who acted. */
export interface Announcement {
  readonly reply: Reply;
  readonly tellings: readonly Telling[];
}

/** A message that calls people by name, in a channel; by direct message where the bot may not write there. */
export interface Telling {
  readonly channelId: string;
  readonly userIds: readonly string[];
  readonly told: Reply;
  /** At most 25 characters, unique to this telling: however often it is sent, it is posted once. */
  readonly nonce: string;
}

/** The end of one of the bot's own messages. */
export interface Removal {
  readonly channelId: string;
  readonly removedId: string;
  readonly whenRemoved: Reply;
  /** It was gone before, or Discord does not let the bot remove it. */
  readonly whenRefused: Reply;
}

/** What a command, a button or a form results in; the dispatcher sends it. */
export type Result = Reply | Posting | Aside | OpenForm | Announcement | Removal;
