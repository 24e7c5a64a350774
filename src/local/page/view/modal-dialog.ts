import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ModalFieldView } from '../../page-views.ts';
import { submitModal } from '../act/use-components.ts';
import type { Dialog } from '../model/page-state.ts';
import { focusSoon } from '../page.ts';
import type { Page } from '../page.ts';
import { icon } from './icons.ts';
import { viewMarkdown } from './markdown.ts';
import { viewSelectMenu } from './select-menu.ts';

type ModalDialog = Extract<Dialog, { kind: 'modal' }>;

/** A form that the bot asks to fill in. */
export function viewModal(page: Page, dialog: ModalDialog): TemplateResult {
  const isSending = dialog.sentId !== null;
  const close = (): void => {
    page.store.change({ dialog: null, openSelect: null });
    focusSoon('#composer');
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (event.currentTarget instanceof HTMLFormElement) send(page, dialog, event.currentTarget);
  };
  return html`<form method="dialog" @submit=${submit}>
    <div class="dialog-head">
      <h2 id="dialog-title">${dialog.modal.title}</h2>
      <button type="button" class="dialog-close" aria-label="Close" @click=${close}>${icon('close')}</button>
    </div>
    ${dialog.modal.fields.map((field) => viewField(page, dialog, field))}
    ${dialog.error === null ? nothing : html`<p class="failure" role="alert">${dialog.error}</p>`}
    <div class="dialog-buttons">
      <button class="button secondary" type="button" @click=${close}>Cancel</button>
      <button class="button primary" type="submit" ?disabled=${isSending}>
        ${isSending ? 'Submitting…' : 'Submit'}
      </button>
    </div>
  </form>`;
}

function viewField(page: Page, dialog: ModalDialog, field: ModalFieldView): TemplateResult {
  if (field.kind === 'text') return viewMarkdown(page, field.content);
  const isRequired = field.kind === 'input' ? field.isRequired : field.select.isRequired;
  const head = html`<span>${field.label}${isRequired ? html`<b aria-hidden="true"> *</b>` : nothing}</span>
    ${field.description === null ? nothing : html`<small>${field.description}</small>`}`;
  if (field.kind === 'input') {
    return html`<label class="field">${head}${viewInput(dialog, field)}</label>`;
  }
  const { select } = field;
  const key = `${dialog.interactionId}/${select.customId}`;
  const menu = viewSelectMenu(page, select, {
    key,
    chosen: chosenIn(dialog, field),
    onChosen: (values) => {
      page.store.change({ dialog: { ...dialog, chosen: { ...dialog.chosen, [select.customId]: values } } });
    },
  });
  return html`<div class="field" role="group" aria-label=${field.label}>${head}${menu}</div>`;
}

function viewInput(dialog: ModalDialog, field: Extract<ModalFieldView, { kind: 'input' }>): TemplateResult {
  const name = field.customId;
  const { isRequired, minLength, maxLength, placeholder, value } = field;
  // The field is the browser's while it is open; only its first text comes from the bot.
  return field.isParagraph
    ? html`<textarea
        name=${name}
        rows="4"
        ?required=${isRequired}
        minlength=${minLength}
        maxlength=${maxLength}
        placeholder=${placeholder}
        data-modal=${dialog.interactionId}
        .defaultValue=${value}
      ></textarea>`
    : html`<input
        name=${name}
        ?required=${isRequired}
        minlength=${minLength}
        maxlength=${maxLength}
        placeholder=${placeholder}
        autocomplete="off"
        data-modal=${dialog.interactionId}
        .defaultValue=${value}
      />`;
}

function chosenIn(
  dialog: ModalDialog,
  { select }: Extract<ModalFieldView, { kind: 'choice' }>,
): readonly string[] {
  const defaults = select.options.filter(({ isDefault }) => isDefault).map(({ value }) => value);
  return dialog.chosen[select.customId] ?? defaults;
}

function send(page: Page, dialog: ModalDialog, form: HTMLFormElement): void {
  const values: Record<string, string | string[]> = {};
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') values[name] = value;
  for (const field of dialog.modal.fields) {
    if (field.kind === 'choice') values[field.select.customId] = [...chosenIn(dialog, field)];
  }
  const empty = dialog.modal.fields.find(
    (field) => field.kind === 'choice' && field.select.isRequired && chosenIn(dialog, field).length === 0,
  );
  if (empty?.kind === 'choice') {
    page.store.change({ dialog: { ...dialog, error: `Choose something for "${empty.label}".` } });
    return;
  }
  void submitModal(page, values);
}
