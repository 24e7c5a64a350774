import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { MessageView } from '../../page-views.ts';
import { react } from '../act/converse.ts';
import { findUser } from '../model/look-up.ts';
import type { Page } from '../page.ts';

/** The reactions to a message; a press joins one or leaves it. */
export function viewReactions(page: Page, message: MessageView): TemplateResult | typeof nothing {
  const { state } = page.store;
  if (message.reactions.length === 0) return nothing;
  return html`<div class="reactions">
    ${message.reactions.map(({ emoji, userIds }) => {
      const isMine = userIds.includes(state.viewerId);
      const names = userIds.map((id) => findUser(state, id).name).join(', ');
      return html`<button
        type="button"
        class="reaction ${isMine ? 'is-mine' : ''}"
        aria-pressed=${isMine ? 'true' : 'false'}
        aria-label=${`${emoji} ${userIds.length}, from ${names}`}
        title=${names}
        @click=${() => void react(page, message.id, emoji)}
      >
        <span>${emoji}</span> ${userIds.length}
      </button>`;
    })}
  </div>`;
}

const quick = ['👍', '❤️', '😂', '👎'] as const;

/** The emoji at the top of a message's menu. */
export function viewQuickReactions(page: Page, message: MessageView): TemplateResult {
  return html`<div class="quick-reactions" role="group" aria-label="React">
    ${quick.map(
      (emoji) =>
        html`<button
          type="button"
          role="menuitem"
          aria-label=${`React with ${emoji}`}
          @click=${() => void react(page, message.id, emoji)}
        >
          ${emoji}
        </button>`,
    )}
  </div>`;
}
