import type { Outcome } from '../page-protocol.ts';
import type { Connection } from './connection.ts';
import type { Store } from './store.ts';

/** What views and acts work with: the state and the way to the server. */
export interface Page {
  readonly store: Store;
  readonly connection: Connection;
}

/** Waits for the outcome and shows its sentence when it failed; null then. */
export async function settle(page: Page, outcome: Promise<Outcome>): Promise<Outcome | null> {
  const settled = await outcome;
  if (settled.error === null) return settled;
  page.store.change({ notice: settled.error });
  return null;
}

/** After I said something: down to it, from wherever I was reading. */
export function showNewest(): void {
  requestAnimationFrame(() => {
    const list = document.querySelector('.scroller');
    // The list is laid out from its end, where it counts from.
    if (list !== null) list.scrollTop = 0;
  });
}

/**
 * Puts the keyboard into the first element that fits, once the page shows the state that was changed before this call.
 * Not a frame later: a key that is pressed right after would go to nothing.
 */
export function focusSoon(selector: string): void {
  queueMicrotask(() => {
    const element = document.querySelector(selector);
    if (!(element instanceof HTMLElement)) return;
    element.focus();
    if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
      element.setSelectionRange(element.value.length, element.value.length);
    }
  });
}
