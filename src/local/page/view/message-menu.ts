import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import type { CommandView, MessageView } from '../../page-views.ts';
import { startEditing, startReply } from '../act/converse.ts';
import { runMessageCommand } from '../act/use-components.ts';
import { currentChannel, findMessage } from '../model/look-up.ts';
import { focusSoon } from '../page.ts';
import type { Page } from '../page.ts';
import { icon } from './icons.ts';
import type { IconName } from './icons.ts';
import { plainText } from './markdown.ts';
import { viewQuickReactions } from './reactions.ts';

const menuWidth = 220;
const menuHeight = 250;

/** Opens the menu of a message at this point of the window, or as near as it fits. */
export function openMessageMenu(page: Page, messageId: string, x: number, y: number): void {
  const left = Math.max(8, Math.min(x, innerWidth - menuWidth - 8));
  const top = Math.max(8, Math.min(y, innerHeight - menuHeight - 8));
  page.store.change({ menu: { messageId, x: left, y: top, isAppsOpen: false } });
  focusSoon('.menu [role=menuitem]');
}

/** The open menu of a message: reply, edit, thread, copy, apps, delete. */
export function viewMessageMenu(page: Page): TemplateResult | typeof nothing {
  const { menu } = page.store.state;
  const message = menu === null ? null : findMessage(page.store.state, menu.messageId);
  if (menu === null || message === null) return nothing;
  return html`<div
      class="backdrop"
      @click=${() => {
        close(page);
      }}
      @contextmenu=${(event: MouseEvent) => {
        event.preventDefault();
        close(page);
      }}
    ></div>
    <div
      class="menu"
      role="menu"
      aria-label="Message"
      style=${styleMap({ left: `${menu.x}px`, top: `${menu.y}px` })}
      @keydown=${(event: KeyboardEvent) => {
        press(page, event);
      }}
    >
      ${viewItems(page, message)}
    </div>`;
}

interface Entry {
  readonly icon: IconName;
  readonly label: string;
  readonly isOffered: boolean;
  readonly onClick: () => void;
}

function viewItems(page: Page, message: MessageView): TemplateResult {
  const { canManage = false } = currentChannel(page.store.state) ?? {};
  const isMine = message.authorId === page.store.state.viewerId;
  const remove: Entry = {
    icon: 'trash',
    label: 'Delete Message',
    isOffered: (isMine || canManage) && !message.isEphemeral,
    onClick: () => {
      page.store.change({ menu: null, dialog: { kind: 'delete', messageId: message.id } });
    },
  };
  return html`${message.isEphemeral ? nothing : viewQuickReactions(page, message)}
  ${entriesOf(page, message, isMine).map((entry) => viewEntry(entry))}
  ${message.isEphemeral ? nothing : viewApps(page, message)} ${viewEntry(remove, 'is-danger')}`;
}

function entriesOf(page: Page, message: MessageView, isMine: boolean): readonly Entry[] {
  const channel = currentChannel(page.store.state);
  const canReply = channel?.canSend === true && !message.isEphemeral;
  const { id: messageId, channelId } = message;
  const reply = (): void => {
    startReply(page, messageId);
  };
  const edit = (): void => {
    startEditing(page, messageId);
  };
  const askForThread = (): void => {
    page.store.change({ menu: null, dialog: { kind: 'new-thread', channelId, messageId } });
  };
  const copy = (): void => {
    copyText(page, message);
  };
  return [
    { icon: 'reply', label: 'Reply', isOffered: canReply, onClick: reply },
    { icon: 'edit', label: 'Edit Message', isOffered: isMine, onClick: edit },
    {
      icon: 'thread',
      label: 'Create Thread',
      isOffered: canReply && channel.kind === 'text',
      onClick: askForThread,
    },
    { icon: 'copy', label: 'Copy Text', isOffered: true, onClick: copy },
  ];
}

function viewEntry(entry: Entry, kind = ''): TemplateResult | typeof nothing {
  if (!entry.isOffered) return nothing;
  return html`<button type="button" class=${kind} role="menuitem" @click=${entry.onClick}>
    <span>${entry.label}</span>${icon(entry.icon, 18)}
  </button>`;
}

function viewApps(page: Page, message: MessageView): TemplateResult | typeof nothing {
  const { menu, commands } = page.store.state;
  const apps = (commands[message.channelId] ?? []).filter(({ kind }) => kind === 'message');
  if (apps.length === 0 || menu === null) return nothing;
  return html`<div
    class="apps"
    @mouseenter=${() => {
      openApps(page, true);
    }}
    @mouseleave=${() => {
      openApps(page, false);
    }}
  >
    <button
      type="button"
      class="apps-button"
      role="menuitem"
      aria-haspopup="menu"
      aria-expanded=${menu.isAppsOpen ? 'true' : 'false'}
      @click=${() => {
        openApps(page, true);
        focusSoon('.submenu [role=menuitem]');
      }}
    >
      <span>Apps</span>${icon('right', 18)}
    </button>
    ${menu.isAppsOpen ? viewSubmenu(page, message, apps) : nothing}
  </div>`;
}

function viewSubmenu(page: Page, message: MessageView, apps: readonly CommandView[]): TemplateResult {
  const isRight = (page.store.state.menu?.x ?? 0) < innerWidth / 2;
  return html`<div class="submenu ${isRight ? '' : 'is-left'}" role="menu" aria-label="Apps">
    ${apps.map(({ name: label }) =>
      viewEntry({
        icon: 'apps',
        label,
        isOffered: true,
        onClick: () => void runMessageCommand(page, label, message.id),
      }),
    )}
  </div>`;
}

function openApps(page: Page, isAppsOpen: boolean): void {
  const { menu } = page.store.state;
  if (menu !== null) page.store.change({ menu: { ...menu, isAppsOpen } });
}

function copyText(page: Page, message: MessageView): void {
  const parts = message.components.flatMap((part) => (part.kind === 'container' ? part.blocks : [part]));
  const texts = parts.flatMap((part) => (part.kind === 'text' ? [plainText(page, part.content)] : []));
  void navigator.clipboard.writeText([message.content, ...texts].filter((text) => text !== '').join('\n'));
  close(page);
}

function close(page: Page): void {
  page.store.change({ menu: null });
  focusSoon('#composer');
}

function press(page: Page, event: KeyboardEvent): void {
  if (!(event.currentTarget instanceof HTMLElement)) return;
  if (event.key === 'Escape') {
    close(page);
  } else if (event.key === 'ArrowLeft') {
    openApps(page, false);
    focusSoon('.menu .apps-button');
  } else if (
    event.key === 'ArrowRight' &&
    document.activeElement?.classList.contains('apps-button') === true
  ) {
    openApps(page, true);
    focusSoon('.submenu [role=menuitem]');
  } else if (!moveFocus(event.currentTarget, event.key)) {
    return;
  }
  event.preventDefault();
}

/** Whether the key moves from item to item. */
function moveFocus(menu: HTMLElement, key: string): boolean {
  const items = [...menu.querySelectorAll('[role=menuitem]')];
  const at = items.indexOf(document.activeElement ?? menu);
  const moves: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
  const to = moves[key];
  if (to === undefined) return false;
  const item = items.at(to % items.length);
  if (item instanceof HTMLElement) item.focus();
  return true;
}
