import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { createPost, createThread, removeMessage } from '../act/converse.ts';
import { findMessage } from '../model/look-up.ts';
import type { Dialog } from '../model/page-state.ts';
import { focusSoon } from '../page.ts';
import type { Page } from '../page.ts';
import { plainText } from './markdown.ts';
import { viewModal } from './modal-dialog.ts';

/** The open dialog, over everything else; Esc closes it. */
export function viewDialog(page: Page): TemplateResult | typeof nothing {
  const { dialog } = page.store.state;
  if (dialog === null) return nothing;
  return html`<dialog
    class="dialog"
    aria-labelledby="dialog-title"
    ${ref(showModal)}
    @cancel=${(event: Event) => {
      event.preventDefault();
      closeDialog(page);
    }}
  >
    ${viewContent(page, dialog)}
  </dialog>`;
}

function showModal(element: Element | undefined): void {
  if (!(element instanceof HTMLDialogElement) || element.open) return;
  // The element is filled and put into the page in this turn; only then can it be opened.
  queueMicrotask(() => {
    if (element.isConnected && !element.open) element.showModal();
  });
}

function closeDialog(page: Page): void {
  page.store.change({ dialog: null, openSelect: null });
  focusSoon('#composer');
}

function viewContent(page: Page, dialog: Dialog): TemplateResult {
  switch (dialog.kind) {
    case 'modal':
      return viewModal(page, dialog);
    case 'new-post':
      return viewForm(page, {
        title: 'New post',
        button: 'Post',
        withText: true,
        onSubmit: (name, content) => void createPost(page, { forumId: dialog.forumId, name, content }),
      });
    case 'new-thread': {
      const { channelId, messageId } = dialog;
      return viewForm(page, {
        title: 'Create thread',
        button: 'Create thread',
        withText: false,
        onSubmit: (name) => void createThread(page, { channelId, messageId, name }),
      });
    }
    case 'delete':
      return viewDeletion(page, dialog.messageId);
  }
}

interface SmallForm {
  readonly title: string;
  readonly button: string;
  readonly withText: boolean;
  readonly onSubmit: (name: string, text: string) => void;
}

function viewForm(page: Page, form: SmallForm): TemplateResult {
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const entries = new FormData(event.currentTarget);
    form.onSubmit(textOf(entries, 'name'), textOf(entries, 'text'));
  };
  return html`<form method="dialog" @submit=${submit}>
    <h2 id="dialog-title">${form.title}</h2>
    <label class="field">
      <span>${form.withText ? 'Title' : 'Thread name'}</span>
      <input name="name" required maxlength="100" autocomplete="off" />
    </label>
    ${
      form.withText
        ? html`<label class="field"
            ><span>Message</span><textarea name="text" required rows="4" maxlength="2000"></textarea>
          </label>`
        : nothing
    }
    ${viewButtons(page, html`<button class="button primary" type="submit">${form.button}</button>`)}
  </form>`;
}

function textOf(entries: FormData, name: string): string {
  const value = entries.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

function viewDeletion(page: Page, messageId: string): TemplateResult {
  const message = findMessage(page.store.state, messageId);
  const remove = (event: SubmitEvent): void => {
    event.preventDefault();
    void removeMessage(page, messageId);
  };
  return html`<form method="dialog" @submit=${remove}>
    <h2 id="dialog-title">Delete message</h2>
    <p>Are you sure you want to delete this message?</p>
    ${
      message === null || message.content === ''
        ? nothing
        : html`<blockquote class="deleted-text">${plainText(page, message.content)}</blockquote>`
    }
    ${viewButtons(page, html`<button class="button danger" type="submit">Delete</button>`)}
  </form>`;
}

function viewButtons(page: Page, submit: TemplateResult): TemplateResult {
  return html`<div class="dialog-buttons">
    <button
      class="button secondary"
      type="button"
      @click=${() => {
        closeDialog(page);
      }}
    >
      Cancel
    </button>
    ${submit}
  </div>`;
}
