import { stripInvisible } from './strip-invisible.ts';

/** Characters that open a construct of Discord Markdown wherever they stand, mentions and timestamps included. */
const anywhere = String.raw`[\\*_~\`|[\]<>@]`;
/** Headings, small print, bullets and numbers of lists: live at the start of a line only. */
const atLineStart = String.raw`(?<=^[^\S\n]*)[-+#]|(?<=^[^\S\n]*\d+)[.)]`;
/** `scheme://`, and `:name:`, which Discord turns into an emoji. */
const colons = String.raw`:(?=\/\/|[\w+-]+:)`;
/** Invites, gifts and jump links are live without a scheme. */
const discordHosts = String.raw`(?<=discord(?:app)?)\.(?=[a-z])`;
const live = new RegExp([anywhere, atLineStart, colons, discordHosts].join('|'), 'gim');

/** A longer address would crowd out the text around it. */
const maxAddressLength = 512;
const webAddress = /https?:\/\/[^\s<>]+/gi;
/** Only such an address is left live: what is shown is exactly where it leads. `*` is out, since it could close our bold. */
const plainAddress = /^[\w\-.~:/?#!$&'()+,;=%@[\]]+$/;

/**
 * Makes untrusted text harmless in Discord Markdown: it shows as it is written, without controls that hide or reorder
 * text, and nothing in it is live but web addresses that are shown in full (`addresses: 'live'`). This is the only
 * place that escapes.
 */
export function escapeText(text: string, addresses: 'live' | 'dead'): string {
  const visible = stripInvisible(text);
  if (addresses === 'dead') return escapePlain(visible);
  let escaped = '';
  let end = 0;
  for (const match of visible.matchAll(webAddress)) {
    if (match[0].length > maxAddressLength) continue;
    const address = trimAddress(match[0]);
    if (!isHarmless(address)) continue;
    escaped += escapePlain(visible.slice(end, match.index));
    escaped += `<${address}>`;
    end = match.index + address.length;
  }
  return escaped + escapePlain(visible.slice(end));
}

/** An address that may stand in a masked link of our own, or null when it is not one of the web or too long. */
export function escapeAddress(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, href, username, password } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  if (username !== '' || password !== '') return null;
  if (href.length > maxAddressLength) return null;
  return href.replace(/[()<>\\*_~|`[\]\s]/g, encodeCharacter);
}

function encodeCharacter(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

function escapePlain(text: string): string {
  return text.replace(live, String.raw`\$&`);
}

/** Leaves out the punctuation of the sentence that an address stands in. */
function trimAddress(candidate: string): string {
  let address = candidate;
  for (;;) {
    const last = address.slice(-1);
    const isUnbalanced = last === ')' && address.split('(').length < address.split(')').length;
    if (!/[.,:;!?'"\]}»”’*_~`|]/.test(last) && !isUnbalanced) return address;
    address = address.slice(0, -1);
  }
}

function isHarmless(address: string): boolean {
  if (!plainAddress.test(address) || !URL.canParse(address)) return false;
  const { hostname, username, password } = new URL(address);
  // A Discord address may be an invite, a gift or a jump link, each of which Discord shows as a card of its own.
  return username === '' && password === '' && !/(?:^|\.)discord(?:app)?\./.test(hostname);
}
