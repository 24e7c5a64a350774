import { DiscordAuthorInfo } from '@skyra/discord-components-core/discord-author-info.js';
import { DiscordCommand } from '@skyra/discord-components-core/discord-command.js';
import { DiscordHeader } from '@skyra/discord-components-core/discord-header.js';
import { DiscordMessage } from '@skyra/discord-components-core/discord-message.js';
import { DiscordQuote } from '@skyra/discord-components-core/discord-quote.js';
import { DiscordReply } from '@skyra/discord-components-core/discord-reply.js';
import { DiscordSubscript } from '@skyra/discord-components-core/discord-subscript.js';
import { DiscordVerifiedAuthorTag } from '@skyra/discord-components-core/discord-verified-author-tag.js';
import { css } from 'lit';

const message = css`
  :host {
    padding: 0 var(--message-end) 0 16px;
    color: var(--text);
  }
  :host(:hover) {
    background: none;
  }
  :host(:is(discord-message)) .discord-message-inner .discord-message-timestamp,
  :host(:is(discord-message)) .discord-message-inner .discord-message-edited {
    margin-left: 4px;
    font-size: 12px;
    color: var(--text-muted);
  }
  .discord-message-inner .discord-message-content {
    min-width: 0;
    padding-top: 0;
    line-height: 1.375;
  }
  .discord-author-avatar img {
    cursor: default;
  }
  .discord-message-inner .discord-message-body-only-indent {
    flex: none;
    width: 52px;
    margin: 0;
    font-size: 11px;
  }
`;

const author = css`
  :host .discord-author-username {
    color: var(--text-strong);
    cursor: default;
  }
`;

const origin = css`
  :host {
    margin-bottom: 4px;
    font: inherit;
    font-size: 14px;
    color: var(--text-muted);
  }
  :host::before {
    border-color: var(--line-strong) !important;
  }
`;

const reply = css`
  .discord-replied-message-content {
    overflow: hidden;
    color: var(--text-muted);
  }
  .discord-replied-message-content:hover {
    color: var(--text-strong);
  }
  .discord-replied-message-username {
    color: var(--text-strong);
    opacity: 1;
  }
`;

const command = css`
  .discord-replied-message-username {
    color: var(--text-strong);
    opacity: 1;
  }
  :host .discord-slash-command-name,
  :host .discord-slash-command-name:hover {
    border-radius: 4px;
    background-color: var(--mention);
    color: var(--mention-text) !important;
  }
`;

const smallPrint = css`
  small {
    color: var(--text-muted);
  }
`;

const quote = css`
  .discord-quote-divider {
    flex: none;
    background: var(--line-strong);
  }
  blockquote {
    min-width: 0;
  }
`;

const header = css`
  :host > * {
    margin: 8px 0 4px;
    color: var(--text-strong);
  }
`;

/**
 * The package draws the Discord of some years ago, in fixed colours inside its shadow roots. This adds today's, from the
 * custom properties of the page's theme, to the sheets that each part adopts. Called once, before the first part is made.
 */
export function restyleComponents(): void {
  DiscordMessage.elementStyles.push(message);
  DiscordAuthorInfo.elementStyles.push(author);
  DiscordReply.elementStyles.push(origin, reply);
  DiscordCommand.elementStyles.push(origin, command);
  DiscordSubscript.elementStyles.push(smallPrint);
  DiscordQuote.elementStyles.push(quote);
  DiscordHeader.elementStyles.push(header);
  DiscordVerifiedAuthorTag.elementStyles.push(css`
    :host {
      border-radius: 4px;
    }
  `);
}
