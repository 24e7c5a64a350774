import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ChannelView } from '../../page-views.ts';
import { channelTitle, currentChannel } from '../model/look-up.ts';
import type { Page } from '../page.ts';
import { viewComposer } from './composer.ts';
import { viewDialog } from './dialogs.ts';
import { viewForum } from './forum.ts';
import { icon } from './icons.ts';
import { viewMessageList } from './message-list.ts';
import { viewMessageMenu } from './message-menu.ts';
import { viewMembers, viewMyself } from './people.ts';
import { viewChannels, viewServers } from './places.ts';

/** The whole page. */
export function viewApp(page: Page): TemplateResult {
  const { state } = page.store;
  const channel = currentChannel(state);
  if (channel === null) {
    const text = state.connection === 'lost' ? 'The local Discord is not running.' : 'Connecting…';
    return html`<p class="loading" role="status">${text}</p>`;
  }
  const areMembersShown = state.isMemberListShown && channel.guildId !== null;
  return html`<div class="app drawer-${state.drawer} ${areMembersShown ? 'has-members' : ''}">
      <div class="places">${viewServers(page)} ${viewChannels(page)} ${viewMyself(page)}</div>
      <main class="conversation">
        ${viewHeader(page, channel)}
        ${
          channel.kind === 'forum'
            ? viewForum(page, channel)
            : html`${viewMessageList(page, channel)} ${viewComposer(page, channel)}`
        }
      </main>
      ${areMembersShown || state.drawer === 'members' ? viewMembers(page) : nothing}
      ${state.drawer === 'none' ? nothing : viewShade(page)}
    </div>
    ${viewMessageMenu(page)} ${viewDialog(page)} ${viewNotices(page)}`;
}

function viewHeader(page: Page, channel: ChannelView): TemplateResult {
  const { state } = page.store;
  const title = channelTitle(state, channel);
  const parent = state.channels.find(({ id }) => id === channel.parentId);
  return html`<header class="channel-header">
    <button
      type="button"
      class="header-tool only-narrow"
      aria-label="Show channels"
      @click=${() => {
        page.store.change({ drawer: 'channels' });
      }}
    >
      ${icon('menu')}
    </button>
    <span class="header-icon">${icon(channel.kind === 'direct' ? 'direct' : channel.kind, 22)}</span>
    <h2>${parent === undefined ? nothing : html`<span class="parent">${parent.name} ›</span> `}${title}</h2>
    ${channel.topic === null ? nothing : html`<p class="topic">${channel.topic}</p>`}
    <span class="spring"></span>
    ${channel.guildId === null ? nothing : viewMembersButton(page)}
  </header>`;
}

function viewMembersButton(page: Page): TemplateResult {
  const { isMemberListShown } = page.store.state;
  const toggle = (): void => {
    if (matchMedia('(max-width: 1000px)').matches) page.store.change({ drawer: 'members' });
    else page.store.change({ isMemberListShown: !isMemberListShown });
  };
  return html`<button
    type="button"
    class="header-tool"
    aria-label="Show members"
    title="Show members"
    aria-pressed=${isMemberListShown ? 'true' : 'false'}
    @click=${toggle}
  >
    ${icon('people', 22)}
  </button>`;
}

function viewShade(page: Page): TemplateResult {
  return html`<button
    type="button"
    class="shade"
    aria-label="Close the list"
    @click=${() => {
      page.store.change({ drawer: 'none' });
    }}
  ></button>`;
}

function viewNotices(page: Page): TemplateResult {
  const { connection, notice, isBotOnline } = page.store.state;
  const standing =
    connection === 'lost'
      ? 'The connection is lost; trying again…'
      : isBotOnline
        ? null
        : 'Footnote is starting or offline.';
  return html`<div class="notices" role="alert">
    ${standing === null ? nothing : html`<p class="notice">${standing}</p>`}
    ${
      notice === null
        ? nothing
        : html`<p class="notice">
            ${notice}
            <button
              type="button"
              aria-label="Close"
              @click=${() => {
                page.store.change({ notice: null });
              }}
            >
              ${icon('close', 16)}
            </button>
          </p>`
    }
  </div>`;
}
