import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { MessageView } from '../../page-views.ts';
import { startEditing, startReply } from '../act/converse.ts';
import { currentChannel } from '../model/look-up.ts';
import type { Page } from '../page.ts';
import { icon } from './icons.ts';
import type { IconName } from './icons.ts';
import { openMessageMenu } from './message-menu.ts';

/** The small bar at the corner of a message: there while the mouse or the keyboard is on it. */
export function viewToolbar(page: Page, message: MessageView): TemplateResult {
  const { state } = page.store;
  const isMine = message.authorId === state.viewerId;
  const canReply = !message.isEphemeral && currentChannel(state)?.canSend === true;
  return html`<div class="toolbar" role="toolbar" aria-label="Message actions">
    ${
      isMine
        ? viewTool('edit', 'Edit', () => {
            startEditing(page, message.id);
          })
        : nothing
    }
    ${
      canReply && !isMine
        ? viewTool('reply', 'Reply', () => {
            startReply(page, message.id);
          })
        : nothing
    }
    ${viewTool('more', 'More', (event) => {
      if (!(event.currentTarget instanceof HTMLElement)) return;
      const { left, bottom } = event.currentTarget.getBoundingClientRect();
      openMessageMenu(page, message.id, left, bottom + 4);
    })}
  </div>`;
}

function viewTool(name: IconName, label: string, onClick: (event: MouseEvent) => void): TemplateResult {
  return html`<button type="button" aria-label=${label} title=${label} @click=${onClick}>
    ${icon(name)}
  </button>`;
}
