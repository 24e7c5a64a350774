import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { MessageView } from '../../page-views.ts';
import { removeMessage, saveEdit, stopEditing } from '../act/converse.ts';
import { dismissInteraction } from '../act/use-components.ts';
import { findMember, findMessage, findUser, readableColor } from '../model/look-up.ts';
import type { Page } from '../page.ts';
import { avatarUrl } from './avatar.ts';
import { messageTime, timeOnly } from './format-time.ts';
import { icon } from './icons.ts';
import { plainText, viewMarkdown } from './markdown.ts';
import { viewComponents, viewFile } from './message-components.ts';
import { viewReactions } from './reactions.ts';
import { openMessageMenu } from './message-menu.ts';
import { viewToolbar } from './message-toolbar.ts';

/** One message; `isGrouped` when it follows another of the same person, so that name and picture are not repeated. */
export function viewMessage(page: Page, message: MessageView, isGrouped: boolean): TemplateResult {
  const { state } = page.store;
  const author = findUser(state, message.authorId);
  const time = messageTime(message.createdAtMs, state.nowMs);
  const classes = {
    message: true,
    'is-grouped': isGrouped,
    'is-private': message.isEphemeral,
    'is-mention': message.mentionedUserIds.includes(state.viewerId),
    'has-menu': state.menu?.messageId === message.id,
  };
  return html`<article
    class=${classMap(classes)}
    tabindex="-1"
    data-message=${message.id}
    aria-label=${`${author.name}, ${time}${message.isEphemeral ? ', only you can see this' : ''}`}
    @contextmenu=${(event: MouseEvent) => {
      event.preventDefault();
      openMessageMenu(page, message.id, event.clientX, event.clientY);
    }}
  >
    <discord-message
      author=${author.name}
      avatar=${avatarUrl(author)}
      role-color=${ifDefined(nameColor(page, message.authorId))}
      timestamp=${isGrouped ? timeOnly(message.createdAtMs) : time}
      ?bot=${author.isBot}
      ?edited=${message.editedAtMs !== null && message.content !== ''}
      ?message-body-only=${isGrouped}
    >
      ${viewOrigin(page, message)} ${viewBody(page, message)}
      <div slot="components" class="components">
        ${viewComponents(page, message)} ${message.fileNames.map(viewFile)} ${viewReactions(page, message)}
        ${viewFailure(page, message)} ${message.isEphemeral ? viewPrivateNote(page, message) : nothing}
      </div>
    </discord-message>
    ${message.isThinking ? nothing : viewToolbar(page, message)}
  </article>`;
}

function nameColor(page: Page, userId: string): string | undefined {
  const role = findMember(page.store.state, userId)?.role;
  return role === null || role === undefined ? undefined : readableColor(role.color);
}

/** The line above a message: what it replies to, or which command it answers. */
function viewOrigin(page: Page, message: MessageView): TemplateResult | typeof nothing {
  if (message.command !== null) {
    const { name, userId } = message.command;
    const user = findUser(page.store.state, userId);
    const isSlash = page.store.state.commands[message.channelId]?.some(
      (command) => command.name === name && command.kind === 'slash',
    );
    return html`<discord-command
      slot="reply"
      author=${user.name}
      avatar=${avatarUrl(user)}
      role-color=${ifDefined(nameColor(page, userId))}
      command=${isSlash === false ? name : `/${name}`}
    ></discord-command>`;
  }
  return message.replyTo === null ? nothing : viewReplied(page, message.replyTo);
}

function viewReplied(page: Page, messageId: string): TemplateResult {
  const replied = findMessage(page.store.state, messageId);
  if (replied === null) return html`<discord-reply slot="reply" deleted></discord-reply>`;
  const author = findUser(page.store.state, replied.authorId);
  const show = (): void => {
    document.querySelector(`[data-message="${messageId}"]`)?.scrollIntoView({ block: 'center' });
  };
  return html`<discord-reply
    slot="reply"
    author=${author.name}
    avatar=${avatarUrl(author)}
    role-color=${ifDefined(nameColor(page, replied.authorId))}
    ?bot=${author.isBot}
    @click=${show}
    >${excerpt(page, replied)}</discord-reply
  >`;
}

function excerpt(page: Page, message: MessageView): string {
  if (message.content !== '') return plainText(page, message.content);
  const blocks = message.components.flatMap((part) => (part.kind === 'container' ? part.blocks : [part]));
  const first = blocks.find((block) => block.kind === 'text');
  return first?.kind === 'text' ? plainText(page, first.content) : 'Click to see attachment';
}

function viewBody(page: Page, message: MessageView): TemplateResult | typeof nothing {
  const { editing } = page.store.state;
  if (editing?.messageId === message.id) return viewEditor(page, editing);
  if (message.isThinking) {
    const { name } = findUser(page.store.state, message.authorId);
    return html`<span class="thinking" role="status"
      ><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span> ${name} is thinking…</span
    >`;
  }
  return message.content === '' ? nothing : viewMarkdown(page, message.content);
}

function viewEditor(
  page: Page,
  editing: { readonly messageId: string; readonly text: string },
): TemplateResult {
  return html`<div class="editor">
    <textarea
      id="message-editor"
      aria-label="Edit message"
      rows="1"
      .value=${editing.text}
      @input=${(event: InputEvent) => {
        if (!(event.currentTarget instanceof HTMLTextAreaElement)) return;
        page.store.change({ editing: { ...editing, text: event.currentTarget.value } });
      }}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === 'Escape') stopEditing(page);
        if (event.key !== 'Enter' || event.shiftKey) return;
        event.preventDefault();
        void saveEdit(page);
      }}
    ></textarea>
    <small>
      escape to
      <button
        type="button"
        @click=${() => {
          stopEditing(page);
        }}
      >
        cancel
      </button>
      • enter to
      <button type="button" @click=${() => void saveEdit(page)}>save</button>
    </small>
  </div>`;
}

/** Our own line instead of the package's, whose "Dismiss message" the keyboard cannot reach. */
function viewPrivateNote(page: Page, message: MessageView): TemplateResult {
  return html`<div class="private-note">
    ${icon('eye', 16)} Only you can see this ·
    <button type="button" @click=${() => void removeMessage(page, message.id)}>Dismiss message</button>
  </div>`;
}

function viewFailure(page: Page, message: MessageView): TemplateResult | typeof nothing {
  const failed = page.store.state.interactions.find(
    ({ view, origin }) => view.status === 'failed' && origin?.messageId === message.id,
  );
  if (failed === undefined) return nothing;
  return html`<div class="failure" role="alert">
    ${icon('warning', 16)} This interaction failed
    <button
      type="button"
      @click=${() => {
        dismissInteraction(page, failed.view.id);
      }}
    >
      Dismiss
    </button>
  </div>`;
}
