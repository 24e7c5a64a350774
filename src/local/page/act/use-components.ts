import type { Outcome } from '../../page-protocol.ts';
import { settle } from '../page.ts';
import type { Page } from '../page.ts';

/** Clicks a button of a message. */
export async function clickButton(page: Page, messageId: string, customId: string): Promise<void> {
  const origin = { messageId, customId };
  forget(page, messageId);
  const outcome = await settle(page, page.connection.ask({ kind: 'click-button', ...origin }));
  remember(page, outcome, origin);
}

/** Chooses options of a select of a message. */
export async function chooseOptions(
  page: Page,
  messageId: string,
  customId: string,
  values: readonly string[],
): Promise<void> {
  const origin = { messageId, customId };
  forget(page, messageId);
  page.store.change({ openSelect: null });
  const outcome = await settle(
    page,
    page.connection.ask({ kind: 'choose-options', ...origin, values: [...values] }),
  );
  remember(page, outcome, origin);
}

/** Runs a command of the context menu on a message. */
export async function runMessageCommand(page: Page, name: string, messageId: string): Promise<void> {
  page.store.change({ menu: null });
  await settle(page, page.connection.ask({ kind: 'run-message-command', name, messageId }));
}

/** Sends the form that is open; it stays open when it is refused. */
export async function submitModal(
  page: Page,
  values: Readonly<Record<string, string | string[]>>,
): Promise<void> {
  const { dialog } = page.store.state;
  if (dialog?.kind !== 'modal' || dialog.sentId !== null) return;
  const { interactionId } = dialog;
  page.store.change({ dialog: { ...dialog, error: null, sentId: interactionId } });
  const outcome = await page.connection.ask({ kind: 'submit-modal', interactionId, values });
  const after = page.store.state.dialog;
  if (outcome.error !== null && after?.kind === 'modal') {
    page.store.change({ dialog: { ...after, error: outcome.error, sentId: null } });
  }
}

/** A failed command that stands below the messages, or a failed component, is no longer shown. */
export function dismissInteraction(page: Page, interactionId: string): void {
  const { interactions } = page.store.state;
  page.store.change({ interactions: interactions.filter(({ view }) => view.id !== interactionId) });
}

/** The server tells of the interaction on its own; only where it came from is known here alone. */
function remember(
  page: Page,
  outcome: Outcome | null,
  origin: { readonly messageId: string; readonly customId: string },
): void {
  const { interactions } = page.store.state;
  page.store.change({
    interactions: interactions.map((each) =>
      each.view.id === outcome?.interactionId ? { ...each, origin } : each,
    ),
  });
}

/** Trying again takes the earlier failure at this message away. */
function forget(page: Page, messageId: string): void {
  const { interactions } = page.store.state;
  page.store.change({
    interactions: interactions.filter(
      ({ view, origin }) => view.status !== 'failed' || origin?.messageId !== messageId,
    ),
  });
}
