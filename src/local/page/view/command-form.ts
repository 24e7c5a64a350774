import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { live } from 'lit/directives/live.js';
import type { CommandOptionView } from '../../page-views.ts';
import { closeCommand, closePicker, focusOption, runCommand, typeOption } from '../act/compose.ts';
import { findUser } from '../model/look-up.ts';
import type { CommandForm } from '../model/page-state.ts';
import type { Page } from '../page.ts';
import { avatarUrl } from './avatar.ts';
import { icon } from './icons.ts';
import { pickerTarget, pressInPicker } from './picker.ts';

/** A slash command being filled in: its name and one field an option. */
export function viewCommandForm(page: Page, form: CommandForm): TemplateResult {
  const { command, focused, missing } = form;
  const bot = findUser(page.store.state, page.store.state.botId);
  const option = command.options.find(({ name }) => name === focused);
  return html`<div
    id="command-form"
    class="command-form"
    role="group"
    tabindex="-1"
    aria-label=${`Command /${command.name}`}
    @keydown=${(event: KeyboardEvent) => {
      press(page, form, event);
    }}
  >
    <div class="command-hint">
      <img src=${avatarUrl(bot)} alt="" />
      <strong>/${command.name}</strong>
      <span>${option === undefined ? command.description : `${option.name}: ${option.description}`}</span>
      ${
        missing.includes(focused)
          ? html`<span class="failure" role="alert">This option is required.</span>`
          : nothing
      }
    </div>
    <div class="command-fields">
      <span class="command-name">/${command.name}</span>
      ${command.options.map((each) => viewOption(page, form, each))}
      <button
        type="button"
        class="composer-tool send"
        aria-label="Run the command"
        title="Run the command"
        @click=${() => void runCommand(page)}
      >
        ${icon('send')}
      </button>
    </div>
  </div>`;
}

function viewOption(page: Page, form: CommandForm, option: CommandOptionView): TemplateResult {
  const { picker } = page.store.state.composer;
  const isOpen = picker !== null && form.focused === option.name;
  const isMissing = form.missing.includes(option.name);
  const isRequired = String(option.isRequired);
  const classes = {
    option: true,
    'is-focused': form.focused === option.name,
    'is-missing': isMissing,
  };
  return html`<label class=${classMap(classes)}>
    <span class="option-name">${option.name}</span>
    <input
      data-option=${option.name}
      type="text"
      autocomplete="off"
      size="12"
      role="combobox"
      aria-autocomplete="list"
      aria-controls="picker"
      aria-expanded=${String(isOpen)}
      aria-activedescendant=${isOpen ? pickerTarget(picker) : ''}
      aria-required=${isRequired}
      aria-invalid=${String(isMissing)}
      placeholder=${option.isRequired ? '' : 'optional'}
      .value=${live(form.fields[option.name]?.text ?? '')}
      @focus=${() => {
        focusOption(page, option);
      }}
      @input=${(event: InputEvent) => {
        if (!(event.currentTarget instanceof HTMLInputElement)) return;
        typeOption(page, option, event.currentTarget.value);
      }}
    />
  </label>`;
}

function press(page: Page, form: CommandForm, event: KeyboardEvent): void {
  if (event.isComposing || event.target instanceof HTMLButtonElement || pressInPicker(page, event)) return;
  const isEmpty = Object.values(form.fields).every(({ text }) => text === '');
  if (event.key === 'Escape') {
    if (page.store.state.composer.picker === null) closeCommand(page);
    else closePicker(page);
  } else if (event.key === 'Enter') {
    event.preventDefault();
    void runCommand(page);
  } else if (event.key === 'Backspace' && isEmpty) {
    event.preventDefault();
    closeCommand(page);
  }
}
