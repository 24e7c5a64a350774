import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import type { GuildView, MemberView, UserView } from '../../page-views.ts';
import { becomePerson, openDirect, switchTheme } from '../act/navigate.ts';
import { currentGuildId, findMember, findUser, readableColor } from '../model/look-up.ts';
import type { PageState } from '../model/page-state.ts';
import { focusSoon } from '../page.ts';
import type { Page } from '../page.ts';
import { avatarUrl } from './avatar.ts';
import { icon } from './icons.ts';

/** The members of the server at hand by role, at the right. */
export function viewMembers(page: Page): TemplateResult | typeof nothing {
  const { state } = page.store;
  const guild = state.guilds.find(({ id }) => id === currentGuildId(state));
  if (guild === undefined) return nothing;
  return html`<aside class="members" aria-label="Members">
    ${groupMembers(state, guild).map(
      ({ title, members }) =>
        html`<h2>${title} — ${members.length}</h2>
          <ul>
            ${members.map((member) => viewMember(page, member))}
          </ul>`,
    )}
  </aside>`;
}

function groupMembers(
  state: PageState,
  guild: GuildView,
): readonly { readonly title: string; readonly members: readonly MemberView[] }[] {
  const isHere = ({ userId }: MemberView): boolean => userId !== state.botId || state.isBotOnline;
  const titleOf = (member: MemberView): string =>
    isHere(member) ? (member.role?.name ?? 'Online') : 'Offline';
  const titles = [...new Set(guild.members.map(titleOf))];
  const last = ['Online', 'Offline'];
  return titles
    .sort((a, b) => last.indexOf(a) - last.indexOf(b))
    .map((title) => ({ title, members: guild.members.filter((member) => titleOf(member) === title) }));
}

function viewMember(page: Page, { userId, role }: MemberView): TemplateResult {
  const { state } = page.store;
  const user = findUser(state, userId);
  const isOnline = !user.isBot || state.isBotOnline;
  const color = role === null ? {} : { color: readableColor(role.color) };
  return html`<li>
    <button
      type="button"
      class="member ${isOnline ? '' : 'is-offline'}"
      ?disabled=${userId === state.viewerId}
      @click=${() => void openDirect(page, userId)}
    >
      <span class="picture ${isOnline ? 'is-online' : ''}"><img src=${avatarUrl(user)} alt="" /></span>
      <span class="member-name" style=${styleMap(color)}>${user.name}</span>
      ${user.isBot ? html`<span class="app-tag">App</span>` : nothing}
    </button>
  </li>`;
}

/** Who I am, at the bottom left: a press shows whom else one can be. */
export function viewMyself(page: Page): TemplateResult {
  const { state } = page.store;
  const me = findUser(state, state.viewerId);
  const toggle = (): void => {
    page.store.change({ isIdentityMenuOpen: !state.isIdentityMenuOpen });
    focusSoon('.identities [aria-checked=true]');
  };
  return html`<div class="myself">
    ${
      state.isIdentityMenuOpen
        ? html`<div class="backdrop" @click=${toggle}></div>
            ${viewIdentities(page)}`
        : nothing
    }
    <button
      type="button"
      class="identity"
      aria-haspopup="menu"
      aria-expanded=${state.isIdentityMenuOpen ? 'true' : 'false'}
      aria-label=${`You are ${me.name}, ${standing(state, me)}. Switch person`}
      title="Switch person"
      @click=${toggle}
    >
      <span class="picture is-online"><img src=${avatarUrl(me)} alt="" /></span>
      <span class="identity-text"><strong>${me.name}</strong><small>${standing(state, me)}</small></span>
      ${icon('swap', 18)}
    </button>
    <button
      type="button"
      class="theme"
      aria-label=${state.theme === 'dark' ? 'Light theme' : 'Dark theme'}
      title=${state.theme === 'dark' ? 'Light theme' : 'Dark theme'}
      @click=${() => {
        switchTheme(page);
      }}
    >
      ${icon(state.theme === 'dark' ? 'sun' : 'moon')}
    </button>
  </div>`;
}

function standing(state: PageState, user: UserView): string {
  const guild = state.guilds.find(({ members }) => members.some(({ userId }) => userId === user.id));
  const role = (findMember(state, user.id) ?? guild?.members.find(({ userId }) => userId === user.id))?.role;
  return role?.name ?? 'Member';
}

function viewIdentities(page: Page): TemplateResult {
  const { state } = page.store;
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      page.store.change({ isIdentityMenuOpen: false });
      focusSoon('.identity');
    }
    if (!(event.currentTarget instanceof HTMLElement) || !['ArrowDown', 'ArrowUp'].includes(event.key))
      return;
    event.preventDefault();
    const items = [...event.currentTarget.querySelectorAll('button')];
    const at = items.findIndex((item) => item === document.activeElement);
    items.at((at + (event.key === 'ArrowDown' ? 1 : -1)) % items.length)?.focus();
  };
  return html`<div class="identities" role="menu" aria-label="Be somebody else" @keydown=${press}>
    <p>Try the page as</p>
    ${state.users
      .filter(({ isBot }) => !isBot)
      .map(
        (user) =>
          html`<button
            type="button"
            role="menuitemradio"
            aria-checked=${user.id === state.viewerId ? 'true' : 'false'}
            @click=${() => {
              becomePerson(page, user.id);
            }}
          >
            <img src=${avatarUrl(user)} alt="" />
            <span>${user.name}</span><small>${standing(state, user)}</small>
          </button>`,
      )}
  </div>`;
}
