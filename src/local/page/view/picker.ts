import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { moveSelection, takeItem } from '../act/compose.ts';
import { findUser } from '../model/look-up.ts';
import type { Picker, PickerItem } from '../model/page-state.ts';
import type { Page } from '../page.ts';
import { avatarUrl } from './avatar.ts';

const titles: Readonly<Record<Picker['kind'], string>> = {
  commands: 'Commands',
  people: 'Members',
  choices: 'Options',
};

/** The list above the composer: commands, people, or the choices of an option. */
export function viewPicker(page: Page): TemplateResult | typeof nothing {
  const { picker } = page.store.state.composer;
  if (picker === null) return nothing;
  return html`<div class="picker">
    <div class="picker-title">${titles[picker.kind]}</div>
    ${viewStatus(picker)}
    <div id="picker" role="listbox" aria-label=${titles[picker.kind]}>
      ${picker.items.map((item, index) => viewItem(page, picker, item, index))}
    </div>
  </div>`;
}

function viewStatus(picker: Picker): TemplateResult | typeof nothing {
  if (picker.status === 'loading' && picker.items.length === 0) {
    return html`<p class="picker-note" role="status">Loading options…</p>`;
  }
  if (picker.status === 'failed')
    return html`<p class="picker-note" role="status">Loading options failed</p>`;
  if (picker.status === 'ready' && picker.items.length === 0) {
    const text = picker.kind === 'commands' ? 'No command matches.' : 'No options match your search.';
    return html`<p class="picker-note" role="status">${text}</p>`;
  }
  return nothing;
}

function viewItem(page: Page, picker: Picker, item: PickerItem, index: number): TemplateResult {
  const { state } = page.store;
  const isSelected = index === picker.selected;
  const isPerson = picker.kind === 'people';
  const pictured = picker.kind === 'choices' ? null : findUser(state, isPerson ? item.key : state.botId);
  return html`<div
    id="picker-${index}"
    class="picker-item ${isSelected ? 'is-selected' : ''}"
    role="option"
    aria-selected=${isSelected ? 'true' : 'false'}
    @mousedown=${(event: MouseEvent) => {
      event.preventDefault();
      takeItem(page, index, caretOf('composer'));
    }}
  >
    ${pictured === null ? nothing : html`<img src=${avatarUrl(pictured)} alt="" />`}
    <span class="picker-label">${item.label}</span>
    ${item.detail === '' ? nothing : html`<span class="picker-detail">${item.detail}</span>`}
    ${picker.kind === 'commands' ? html`<span class="picker-app">${pictured?.name ?? ''}</span>` : nothing}
  </div>`;
}

/** Where the keyboard stands in this field; its end when it is not there. */
function caretOf(elementId: string): number {
  const field = document.getElementById(elementId);
  return field instanceof HTMLTextAreaElement ? field.selectionStart : Number.MAX_SAFE_INTEGER;
}

/** Arrows move, Enter and Tab take; true when the list used the key. */
export function pressInPicker(page: Page, event: KeyboardEvent): boolean {
  const { picker } = page.store.state.composer;
  if (picker === null || picker.items.length === 0) return false;
  switch (event.key) {
    case 'ArrowDown':
      moveSelection(page, 1);
      break;
    case 'ArrowUp':
      moveSelection(page, -1);
      break;
    case 'Enter':
    case 'Tab':
      if (picker.selected < 0) return false;
      takeItem(page, picker.selected, caretOf('composer'));
      break;
    default:
      return false;
  }
  event.preventDefault();
  document.querySelector('.picker-item.is-selected')?.scrollIntoView({ block: 'nearest' });
  return true;
}

/** The attributes that tie a text field to the list: what is open, and which item is selected. */
export function pickerTarget(picker: Picker | null): string {
  return picker === null || picker.items.length === 0 || picker.selected < 0
    ? ''
    : `picker-${picker.selected}`;
}
