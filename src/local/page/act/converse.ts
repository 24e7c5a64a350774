import { findMessage, mentionable, messagesIn } from '../model/look-up.ts';
import { emptyComposer } from '../model/page-state.ts';
import { focusSoon, settle, showNewest } from '../page.ts';
import type { Page } from '../page.ts';
import { openChannel } from './navigate.ts';

/** Discord tells of typing at most this often. */
const typingEveryMs = 8000;

/** Sends what stands in the composer. */
export async function sendMessage(page: Page): Promise<void> {
  const { channelId, composer } = page.store.state;
  const content = withMentions(page, composer.text.trim());
  if (channelId === null || content === '') return;
  page.store.change({ composer: emptyComposer, typingToldMs: 0, notice: null });
  showNewest();
  const { replyTo } = composer;
  const outcome = await settle(
    page,
    page.connection.say({ kind: 'send-message', channelId, content, replyTo }),
  );
  // What was refused goes back into the field, so that nothing typed is lost.
  if (outcome === null) page.store.change({ composer });
}

/** `@Footnote` as it is typed becomes the mention that Discord sends. */
function withMentions(page: Page, text: string): string {
  const people = [...mentionable(page.store.state)].sort((a, b) => b.name.length - a.name.length);
  return people.reduce((sofar, { name, id }) => sofar.replaceAll(`@${name}`, `<@${id}>`), text);
}

/** The opposite of sending: mentions of a message become names again, for editing. */
function withNames(page: Page, content: string): string {
  const people = mentionable(page.store.state);
  return people.reduce((sofar, { name, id }) => sofar.replaceAll(`<@${id}>`, `@${name}`), content);
}

/** Tells the server that the viewer types, as often as Discord's own client does. */
export function tellTyping(page: Page): void {
  const { channelId, nowMs, typingToldMs } = page.store.state;
  if (channelId === null || nowMs - typingToldMs < typingEveryMs) return;
  page.store.change({ typingToldMs: nowMs });
  void page.connection.say({ kind: 'start-typing', channelId });
}

/** Makes the next message a reply to this one. */
export function startReply(page: Page, messageId: string): void {
  page.store.change({ menu: null, composer: { ...page.store.state.composer, replyTo: messageId } });
  focusSoon('#composer');
}

/** Opens a message of one's own for editing. */
export function startEditing(page: Page, messageId: string): void {
  const message = findMessage(page.store.state, messageId);
  if (message === null) return;
  page.store.change({ menu: null, editing: { messageId, text: withNames(page, message.content) } });
  focusSoon('#message-editor');
}

/** Up in an empty composer: the last thing I said here. */
export function editLastMessage(page: Page): void {
  const { channelId, viewerId } = page.store.state;
  const mine = messagesIn(page.store.state, channelId).findLast(
    ({ authorId, isSystem }) => authorId === viewerId && !isSystem,
  );
  if (mine !== undefined) startEditing(page, mine.id);
}

/** An edit that leaves nothing asks whether to delete. */
export async function saveEdit(page: Page): Promise<void> {
  const { editing } = page.store.state;
  if (editing === null) return;
  const { messageId } = editing;
  const content = withMentions(page, editing.text.trim());
  page.store.change({ editing: null });
  if (content === '') {
    page.store.change({ dialog: { kind: 'delete', messageId } });
    return;
  }
  focusSoon('#composer');
  await settle(page, page.connection.say({ kind: 'edit-message', messageId, content }));
}

/** Leaves the message as it was. */
export function stopEditing(page: Page): void {
  page.store.change({ editing: null });
  focusSoon('#composer');
}

/** Deletes a message, or dismisses one that only I see. */
export async function removeMessage(page: Page, messageId: string): Promise<void> {
  page.store.change({ dialog: null, menu: null });
  await settle(page, page.connection.say({ kind: 'delete-message', messageId }));
}

/** Adds the viewer's reaction, or takes it away. */
export async function react(page: Page, messageId: string, emoji: string): Promise<void> {
  const { viewerId } = page.store.state;
  const reactions = findMessage(page.store.state, messageId)?.reactions ?? [];
  const isThere = reactions.some((each) => each.emoji === emoji && each.userIds.includes(viewerId));
  page.store.change({ menu: null });
  await settle(page, page.connection.say({ kind: 'react', messageId, emoji, isThere: !isThere }));
}

/** Starts a thread, on a message or by itself. */
export async function createThread(
  page: Page,
  { channelId, messageId, name }: { channelId: string; messageId: string | null; name: string },
): Promise<void> {
  const outcome = await settle(
    page,
    page.connection.say({ kind: 'create-thread', channelId, messageId, name }),
  );
  if (outcome?.channelId == null) return;
  page.store.change({ dialog: null });
  openChannel(page, outcome.channelId);
}

/** Starts a post in a forum. */
export async function createPost(
  page: Page,
  { forumId, name, content }: { forumId: string; name: string; content: string },
): Promise<void> {
  const outcome = await settle(page, page.connection.say({ kind: 'create-post', forumId, name, content }));
  if (outcome?.channelId == null) return;
  page.store.change({ dialog: null });
  openChannel(page, outcome.channelId);
}
