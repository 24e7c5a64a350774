import type { Page } from '../page.ts';

/**
 * A letter that is typed while no field has the keyboard goes into the message field, as in Discord, so that `/` opens
 * the picker from anywhere. The browser types the letter itself: it goes where the keyboard is after this.
 */
export function typeAnywhere(page: Page, event: KeyboardEvent): void {
  const { dialog, menu, isIdentityMenuOpen, openSelect } = page.store.state;
  if (dialog !== null || menu !== null || isIdentityMenuOpen || openSelect !== null) return;
  if (!isLetter(event) || isInField(event)) return;
  const field = document.querySelector('#composer, [data-option]');
  if (field instanceof HTMLElement) field.focus();
}

/** A space is left out: it presses buttons and scrolls. */
function isLetter({ key, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): boolean {
  return key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey && !isComposing;
}

function isInField({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
