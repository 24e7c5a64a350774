import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ChannelView, GuildView } from '../../page-views.ts';
import { openChannel, openDirect } from '../act/navigate.ts';
import { channelTitle, currentChannel, currentGuildId, findUser } from '../model/look-up.ts';
import type { Page } from '../page.ts';
import { avatarUrl } from './avatar.ts';
import { icon } from './icons.ts';

/** The narrow column of servers, with direct messages at its top. */
export function viewServers(page: Page): TemplateResult {
  const { state } = page.store;
  const guildId = currentGuildId(state);
  return html`<nav class="servers" aria-label="Servers">
    <button
      type="button"
      class="server ${guildId === null ? 'is-current' : ''}"
      aria-label="Direct messages"
      title="Direct messages"
      aria-current=${guildId === null ? 'true' : 'false'}
      @click=${() => {
        openDirectMessages(page);
      }}
    >
      ${icon('direct', 26)}
    </button>
    <hr />
    ${state.guilds.map((guild) => viewServer(page, guild, guild.id === guildId))}
  </nav>`;
}

function viewServer(page: Page, guild: GuildView, isCurrent: boolean): TemplateResult {
  const { channels, unreadIds, drawer } = page.store.state;
  const mine = channels.filter((channel) => channel.guildId === guild.id);
  const isUnread = mine.some(({ id }) => unreadIds.includes(id));
  const first = mine.find(({ kind, canSend }) => kind === 'text' && canSend) ?? mine[0];
  const initials = guild.name
    .split(' ')
    .map((word) => word.slice(0, 1))
    .join('');
  return html`<button
    type="button"
    class="server ${isCurrent ? 'is-current' : ''} ${isUnread ? 'is-unread' : ''}"
    aria-label=${guild.name + (isUnread ? ', unread messages' : '')}
    title=${guild.name}
    aria-current=${isCurrent ? 'true' : 'false'}
    @click=${() => {
      if (first === undefined || isCurrent) return;
      openChannel(page, first.id);
      // On a narrow screen the list of the server's channels stays open, to choose from.
      page.store.change({ drawer });
    }}
  >
    ${initials}
  </button>`;
}

/** The last conversation, or a new one with the bot. */
function openDirectMessages(page: Page): void {
  const { channels, botId } = page.store.state;
  const first = channels.find(({ kind }) => kind === 'direct');
  if (first === undefined) void openDirect(page, botId);
  else openChannel(page, first.id);
}

/** The channels of the server at hand, or the people one talks to directly. */
export function viewChannels(page: Page): TemplateResult {
  const { state } = page.store;
  const guild = state.guilds.find(({ id }) => id === currentGuildId(state));
  const channels = state.channels.filter(
    ({ guildId, parentId, kind }) =>
      guildId === (guild?.id ?? null) && (parentId === null || kind !== 'thread'),
  );
  return html`<nav class="channels" aria-label="Channels">
    <h1>${guild?.name ?? 'Direct messages'}</h1>
    <ul>
      ${channels.map((channel) => viewChannelWithThreads(page, channel))}
      ${guild === undefined ? viewPeopleToTalkTo(page, channels) : nothing}
    </ul>
  </nav>`;
}

function viewChannelWithThreads(page: Page, channel: ChannelView): TemplateResult {
  const threads = page.store.state.channels.filter(({ parentId }) => parentId === channel.id);
  return html`<li>
    ${viewLink(page, channel)}
    ${
      threads.length === 0
        ? nothing
        : html`<ul class="threads">
            ${threads.map((thread) => html`<li>${viewLink(page, thread)}</li>`)}
          </ul>`
    }
  </li>`;
}

function viewLink(page: Page, channel: ChannelView): TemplateResult {
  const { state } = page.store;
  const isCurrent = currentChannel(state)?.id === channel.id;
  const isUnread = state.unreadIds.includes(channel.id);
  const picture =
    channel.recipientId === null
      ? icon(channel.kind === 'direct' ? 'direct' : channel.kind)
      : html`<img src=${avatarUrl(findUser(state, channel.recipientId))} alt="" />`;
  return html`<button
    type="button"
    class="channel ${isCurrent ? 'is-current' : ''} ${isUnread ? 'is-unread' : ''}"
    aria-current=${isCurrent ? 'page' : 'false'}
    @click=${() => {
      openChannel(page, channel.id);
    }}
  >
    ${channel.kind === 'thread' ? nothing : picture}
    <span>${channelTitle(state, channel)}</span>
    ${isUnread ? html`<span class="hidden">unread messages</span>` : nothing}
  </button>`;
}

function viewPeopleToTalkTo(page: Page, open: readonly ChannelView[]): readonly TemplateResult[] {
  const { users, viewerId } = page.store.state;
  const known = open.map(({ recipientId }) => recipientId);
  return users
    .filter(({ id }) => id !== viewerId && !known.includes(id))
    .map(
      (user) =>
        html`<li>
          <button type="button" class="channel" @click=${() => void openDirect(page, user.id)}>
            <img src=${avatarUrl(user)} alt="" /><span>${user.name}</span>
          </button>
        </li>`,
    );
}
