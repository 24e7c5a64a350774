import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ChannelView } from '../../page-views.ts';
import { closePicker, typeText } from '../act/compose.ts';
import { editLastMessage, sendMessage } from '../act/converse.ts';
import { channelTitle, findMessage, findUser } from '../model/look-up.ts';
import { focusSoon } from '../page.ts';
import type { Page } from '../page.ts';
import { viewCommandForm } from './command-form.ts';
import { icon } from './icons.ts';
import { pickerTarget, pressInPicker, viewPicker } from './picker.ts';

/** The field at the bottom, with the list above it and the line about who is typing below it. */
export function viewComposer(page: Page, channel: ChannelView): TemplateResult {
  const { form } = page.store.state.composer;
  const field = form === null ? viewTextField(page, channel) : viewCommandForm(page, form);
  return html`<footer class="composer-area">
    ${viewPicker(page)} ${viewReplyBar(page)}
    ${
      channel.canSend
        ? html`<div class="composer">${field}</div>`
        : html`<div class="composer is-closed">
            You do not have permission to send messages in this channel.
          </div>`
    }
    ${viewTyping(page, channel)}
  </footer>`;
}

function viewTextField(page: Page, channel: ChannelView): TemplateResult {
  const { text, picker } = page.store.state.composer;
  const place = `Message ${channel.kind === 'direct' ? '@' : '#'}${channelTitle(page.store.state, channel)}`;
  return html`<button
      type="button"
      class="composer-tool"
      aria-label="Use a command"
      title="Use a command"
      @click=${() => {
        typeText(page, '/', 1);
        focusSoon('#composer');
      }}
    >
      ${icon('plus')}
    </button>
    <textarea
      id="composer"
      rows=${Math.min(text.split('\n').length, 8)}
      placeholder=${place}
      aria-label=${place}
      aria-autocomplete="list"
      aria-haspopup="listbox"
      aria-controls="picker"
      aria-activedescendant=${pickerTarget(picker)}
      .value=${live(text)}
      @input=${(event: InputEvent) => {
        if (!(event.currentTarget instanceof HTMLTextAreaElement)) return;
        typeText(page, event.currentTarget.value, event.currentTarget.selectionStart);
      }}
      @keydown=${(event: KeyboardEvent) => {
        press(page, event);
      }}
    ></textarea>
    <button
      type="button"
      class="composer-tool send"
      aria-label="Send message"
      title="Send message"
      ?disabled=${text.trim() === ''}
      @click=${() => void sendMessage(page)}
    >
      ${icon('send')}
    </button>`;
}

function press(page: Page, event: KeyboardEvent): void {
  if (event.isComposing || pressInPicker(page, event)) return;
  const { composer } = page.store.state;
  if (event.key === 'Escape') {
    if (composer.picker !== null) closePicker(page);
    else page.store.change({ composer: { ...composer, replyTo: null } });
  } else if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault();
    void sendMessage(page);
  } else if (event.key === 'ArrowUp' && composer.text === '') {
    event.preventDefault();
    editLastMessage(page);
  }
}

function viewReplyBar(page: Page): TemplateResult | typeof nothing {
  const { composer } = page.store.state;
  const replied = composer.replyTo === null ? null : findMessage(page.store.state, composer.replyTo);
  if (replied === null) return nothing;
  const stop = (): void => {
    page.store.change({ composer: { ...composer, replyTo: null } });
    focusSoon('#composer');
  };
  return html`<div class="reply-bar">
    <span>Replying to <strong>${findUser(page.store.state, replied.authorId).name}</strong></span>
    <button type="button" aria-label="Stop replying" @click=${stop}>${icon('close', 16)}</button>
  </div>`;
}

function viewTyping(page: Page, channel: ChannelView): TemplateResult {
  const { typing, nowMs } = page.store.state;
  const names = typing
    .filter(({ channelId, untilMs }) => channelId === channel.id && untilMs > nowMs)
    .map(({ userId }) => findUser(page.store.state, userId).name);
  const verb = names.length === 1 ? 'is' : 'are';
  return html`<div class="typing" role="status">
    ${
      names.length === 0
        ? nothing
        : html`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>
            <strong>${names.join(', ')}</strong> ${verb} typing…`
    }
  </div>`;
}
