import type { UserView } from '../../page-views.ts';

const colors = ['#e67e22', '#2d9d78', '#d6457a', '#7b61d9', '#3b82c4', '#b8860b'] as const;

/** A drawn picture: the first letter on a colour of the person's own, and the footnote mark for the bot. */
export function avatarUrl({ id, name, isBot }: UserView): string {
  const color = isBot ? '#5865f2' : (colors[Number(BigInt(id) % BigInt(colors.length))] ?? colors[0]);
  const mark = isBot
    ? '<path d="M16 27h-6v-7q0-8 7-9v3.500q-3 .700-3 4h2Zm11 0h-6v-7q0-8 7-9v3.500q-3 .700-3 4h2Z" fill="#fff"/><path d="M31 15v-7.500l-2 .800v-2l3-1.300h1.400V15Z" fill="#ffd866"/>'
    : `<text x="20" y="27" font-family="sans-serif" font-weight="600" font-size="19" text-anchor="middle" fill="#fff">${encodeText(name.slice(0, 1))}</text>`;
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="${color}"/>${mark}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(drawing)}`;
}

function encodeText(text: string): string {
  return text.replace(/[<&>]/gu, (sign) => `&#${sign.codePointAt(0) ?? 0};`);
}
