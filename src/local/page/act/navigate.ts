import { emptyComposer } from '../model/page-state.ts';
import type { Theme } from '../model/page-state.ts';
import { focusSoon, settle } from '../page.ts';
import type { Page } from '../page.ts';

const viewerKey = 'viewer';
const themeKey = 'theme';

/** Shows this channel; the address keeps it, so that a reload comes back to it. */
export function openChannel(page: Page, channelId: string): void {
  const { unreadIds } = page.store.state;
  page.store.change({
    channelId,
    composer: emptyComposer,
    editing: null,
    menu: null,
    openSelect: null,
    notice: null,
    isIdentityMenuOpen: false,
    drawer: 'none',
    unreadIds: unreadIds.filter((id) => id !== channelId),
  });
  history.replaceState(null, '', `#${channelId}`);
  // On a touch screen the keyboard would cover what was just opened.
  if (matchMedia('(hover: hover)').matches) focusSoon('#composer');
  void loadCommands(page, channelId);
}

/** The channel that the address names. */
export function channelInAddress(): string | null {
  return location.hash === '' ? null : location.hash.slice(1);
}

/** Asks which commands this person has here, unless the answer stands already. */
export async function loadCommands(page: Page, channelId: string): Promise<void> {
  if (page.store.state.commands[channelId] !== undefined) return;
  const { commands } = await page.connection.ask({ kind: 'list-commands', channelId });
  page.store.change({ commands: { ...page.store.state.commands, [channelId]: commands } });
}

export async function openDirect(page: Page, userId: string): Promise<void> {
  const outcome = await settle(page, page.connection.say({ kind: 'open-direct', userId }));
  if (outcome?.channelId != null) openChannel(page, outcome.channelId);
}

/** The page acts as this person from now on; each tab has its own. */
export function becomePerson(page: Page, userId: string): void {
  sessionStorage.setItem(viewerKey, userId);
  page.store.change({ isIdentityMenuOpen: false });
  page.connection.enter(userId);
  focusSoon('#composer');
}

export function chosenPerson(): string | null {
  return sessionStorage.getItem(viewerKey);
}

/** The theme chosen here before, else the one of the system. */
export function preferredTheme(): Theme {
  const chosen = localStorage.getItem(themeKey);
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
}

export function switchTheme(page: Page): void {
  const theme = page.store.state.theme === 'dark' ? 'light' : 'dark';
  localStorage.setItem(themeKey, theme);
  page.store.change({ theme });
}
