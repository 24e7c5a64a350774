import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { SelectView } from '../../page-views.ts';
import type { OpenSelect } from '../model/page-state.ts';
import { focusSoon } from '../page.ts';
import type { Page } from '../page.ts';
import { icon } from './icons.ts';

/** `key` tells the menus of a page apart; `onChosen` is called when the choice is made. */
interface SelectUse {
  readonly key: string;
  readonly chosen: readonly string[];
  readonly onChosen: (values: readonly string[]) => void;
}

/** A menu of choices, by mouse or by keyboard: arrows, Enter or Space, Esc. */
export function viewSelectMenu(page: Page, select: SelectView, use: SelectUse): TemplateResult {
  const { openSelect } = page.store.state;
  const open = openSelect?.key === use.key ? openSelect : null;
  const shown = select.options.filter(({ value }) => (open?.chosen ?? use.chosen).includes(value));
  const label = shown.map((option) => option.label).join(', ') || select.placeholder;
  const toggle = (): void => {
    if (open === null) openMenu(page, use);
    else close(page, select, use, open);
  };
  return html`<div class="select">
    <button
      class="select-button"
      type="button"
      role="combobox"
      aria-haspopup="listbox"
      aria-expanded=${open === null ? 'false' : 'true'}
      aria-controls="select-options"
      aria-activedescendant=${open === null ? '' : `select-option-${open.active}`}
      aria-label=${label}
      data-select=${use.key}
      ?disabled=${select.isDisabled}
      @click=${toggle}
      @keydown=${(event: KeyboardEvent) => {
        if (open !== null) press(page, select, use, open, event);
      }}
      @blur=${() => {
        // Asked of the store: a key may just have closed it.
        if (open !== null && page.store.state.openSelect?.key === use.key) close(page, select, use, open);
      }}
    >
      <span class=${shown.length === 0 ? 'placeholder' : ''}>${label}</span>${icon('down')}
    </button>
    ${open === null ? nothing : viewOptions(page, select, use, open)}
  </div>`;
}

function viewOptions(page: Page, select: SelectView, use: SelectUse, open: OpenSelect): TemplateResult {
  return html`<div
    id="select-options"
    class="select-options"
    role="listbox"
    aria-label=${select.placeholder}
    aria-multiselectable=${select.maxValues > 1}
    @mousedown=${(event: MouseEvent) => {
      // The keyboard stays on the menu, which closes when it leaves.
      event.preventDefault();
    }}
  >
    ${select.options.map((option, index) => {
      const isChosen = open.chosen.includes(option.value);
      return html`<div
        id="select-option-${index}"
        class="select-option ${index === open.active ? 'is-active' : ''}"
        role="option"
        aria-selected=${isChosen ? 'true' : 'false'}
        @click=${() => {
          take(page, select, use, open, index);
        }}
      >
        <span class="select-label">
          ${option.label}
          ${option.description === null ? nothing : html`<small>${option.description}</small>`}
        </span>
        ${isChosen ? icon('check', 18) : nothing}
      </div>`;
    })}
  </div>`;
}

function openMenu(page: Page, use: SelectUse): void {
  page.store.change({ openSelect: { key: use.key, active: 0, chosen: use.chosen } });
}

function press(page: Page, select: SelectView, use: SelectUse, open: OpenSelect, event: KeyboardEvent): void {
  const count = select.options.length;
  const moves: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: count - 1 };
  const move = moves[event.key];
  if (move !== undefined) {
    page.store.change({ openSelect: { ...open, active: (open.active + move) % count } });
  } else if (event.key === 'Enter' || event.key === ' ') {
    take(page, select, use, open, open.active);
  } else if (event.key === 'Escape' || event.key === 'Tab') {
    close(page, select, use, open);
    if (event.key === 'Tab') return;
  } else {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}

/** One choice is made at once; several are collected until the menu closes. */
function take(page: Page, select: SelectView, use: SelectUse, open: OpenSelect, index: number): void {
  const value = select.options[index]?.value;
  if (value === undefined) return;
  if (select.maxValues === 1) {
    page.store.change({ openSelect: null });
    focusSoon(`[data-select="${use.key}"]`);
    use.onChosen([value]);
    return;
  }
  const others = open.chosen.filter((each) => each !== value);
  const isFull = others.length >= select.maxValues;
  const chosen = others.length < open.chosen.length || isFull ? others : [...others, value];
  page.store.change({ openSelect: { ...open, active: index, chosen } });
  focusSoon(`[data-select="${use.key}"]`);
}

function close(page: Page, select: SelectView, use: SelectUse, open: OpenSelect): void {
  page.store.change({ openSelect: null });
  const isChanged = open.chosen.join('\n') !== use.chosen.join('\n');
  if (select.maxValues > 1 && isChanged && open.chosen.length >= select.minValues) use.onChosen(open.chosen);
}
