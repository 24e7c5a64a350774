import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ChannelView, MessageView } from '../../page-views.ts';
import { dismissInteraction } from '../act/use-components.ts';
import { channelTitle, findUser, messagesIn } from '../model/look-up.ts';
import type { PendingInteraction } from '../model/page-state.ts';
import type { Page } from '../page.ts';
import { avatarUrl } from './avatar.ts';
import { dayName, isSameDay } from './format-time.ts';
import { icon } from './icons.ts';
import { viewMessage } from './message-item.ts';

/** Messages of one person closer than this stand under one name, as in Discord. */
const groupingMs = 7 * 60_000;

/** The conversation, newest at the bottom; a screen reader is told of new messages. */
export function viewMessageList(page: Page, channel: ChannelView): TemplateResult {
  const { theme, viewerId } = page.store.state;
  const messages = messagesIn(page.store.state, channel.id);
  const items = messages.map((message, index) => ({ message, before: messages[index - 1] }));
  // The package's parts read the theme once, when they are made; another theme or person makes them anew.
  return html`<div
    class="scroller"
    tabindex="0"
    role="region"
    aria-label=${`Messages in ${channelTitle(page.store.state, channel)}`}
  >
    ${keyed(
      `${theme}/${viewerId}/${channel.id}`,
      html`<discord-messages
        no-background
        ?light-theme=${theme === 'light'}
        role="log"
        aria-live="polite"
        aria-label="Messages"
      >
        ${viewBeginning(page, channel)}
        ${repeat(
          items,
          ({ message }) => message.id,
          ({ message, before }) => html`${viewDay(message, before)}${viewOne(page, message, before)}`,
        )}
        ${viewUnanswered(page, channel)}
      </discord-messages>`,
    )}
  </div>`;
}

function viewOne(page: Page, message: MessageView, before: MessageView | undefined): TemplateResult {
  return message.isSystem
    ? viewSystem(page, message)
    : viewMessage(page, message, isGrouped(message, before));
}

function isGrouped(message: MessageView, before: MessageView | undefined): boolean {
  if (before === undefined || before.isSystem || before.authorId !== message.authorId) return false;
  if (message.replyTo !== null || message.command !== null) return false;
  const isNear = message.createdAtMs - before.createdAtMs < groupingMs;
  return (
    isNear && before.isEphemeral === message.isEphemeral && isSameDay(message.createdAtMs, before.createdAtMs)
  );
}

function viewDay(message: MessageView, before: MessageView | undefined): TemplateResult | typeof nothing {
  if (before !== undefined && isSameDay(before.createdAtMs, message.createdAtMs)) return nothing;
  return html`<div class="day" role="separator"><span>${dayName(message.createdAtMs)}</span></div>`;
}

function viewSystem(page: Page, message: MessageView): TemplateResult {
  const { name } = findUser(page.store.state, message.authorId);
  return html`<p class="system">
    ${icon('thread', 16)} <strong>${name}</strong> started a thread: ${message.content}
  </p>`;
}

function viewBeginning(page: Page, channel: ChannelView): TemplateResult {
  const title = channelTitle(page.store.state, channel);
  if (channel.kind === 'direct') {
    const user = findUser(page.store.state, channel.recipientId ?? '');
    return html`<header class="beginning">
      <img class="beginning-picture" src=${avatarUrl(user)} alt="" />
      <h2>${title}</h2>
      <p>This is the beginning of your direct message history with <strong>${title}</strong>.</p>
    </header>`;
  }
  const isThread = channel.kind === 'thread';
  return html`<header class="beginning">
    <span class="beginning-picture">${icon(isThread ? 'thread' : 'text', 40)}</span>
    <h2>${isThread ? title : `Welcome to #${title}`}</h2>
    <p>
      ${isThread ? `The start of the thread ${title}.` : `This is the start of the #${title} channel. ${channel.topic ?? ''}`}
    </p>
  </header>`;
}

/** Commands under way stand below the messages until the bot answers; Discord keeps the failed ones there too. */
function viewUnanswered(page: Page, channel: ChannelView): readonly TemplateResult[] {
  return page.store.state.interactions
    .filter(({ view, origin }) => origin === null && view.channelId === channel.id && view.kind !== 'modal')
    .filter(({ view }) => view.kind !== 'component')
    .map((pending) => viewPending(page, pending));
}

function viewPending(page: Page, { view }: PendingInteraction): TemplateResult {
  const bot = findUser(page.store.state, page.store.state.botId);
  const viewer = findUser(page.store.state, page.store.state.viewerId);
  const command = view.kind === 'slash-command' ? `/${view.name}` : view.name;
  return html`<article class="message is-pending" aria-label=${`${viewer.name} used ${command}`}>
    <discord-message author=${bot.name} avatar=${avatarUrl(bot)} timestamp="" bot>
      <discord-command slot="reply" author=${viewer.name} avatar=${avatarUrl(viewer)} command=${command}>
      </discord-command>
      ${
        view.status === 'waiting'
          ? html`<span class="thinking">Sending command…</span>`
          : html`<span class="failure" role="alert"
                >${icon('warning', 16)} The application did not respond</span
              >
              <div slot="components" class="private-note">
                ${icon('eye', 16)} Only you can see this ·
                <button
                  type="button"
                  @click=${() => {
                    dismissInteraction(page, view.id);
                  }}
                >
                  Dismiss message
                </button>
              </div>`
      }
    </discord-message>
  </article>`;
}
