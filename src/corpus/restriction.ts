import { z } from 'zod';

import type { Restriction } from './document.ts';
import { textsField } from './read-fields.ts';

const namesField = textsField
  .transform((names) => names.map(toPlaceName).filter((name) => name !== ''))
  .refine((names) => names.length > 0, { error: 'expected at least one name or id' });

/** The keys by which an author restricts a document. */
export const restrictionFields = { channels: namesField.nullish(), roles: namesField.nullish() };

/** The name of a channel or role as names are compared: without its sign and in lower case. */
function toPlaceName(name: string): string {
  return name
    .trim()
    .replace(/^[#@]\s*/u, '')
    .toLowerCase();
}

/**
 * The restriction that an author stated; null for none.
 * @param stated What the author wrote, keys and values. A key whose value cannot be read shuts the document: better
 * nobody reads it than everybody.
 */
export function readRestriction(
  stated: unknown,
  read: { readonly [key in keyof Restriction]?: Restriction[key] | undefined } | null,
): Restriction | null {
  const keys = z.record(z.string(), z.unknown()).safeParse(stated);
  const has = (key: keyof Restriction): boolean => keys.success && key in keys.data;
  const channels = has('channels') ? (read?.channels ?? []) : null;
  const roles = has('roles') ? (read?.roles ?? []) : null;
  return channels === null && roles === null ? null : { channels, roles };
}

/** The restriction of a block that cannot be read at all: nobody reads what may have been restricted. */
export function restrictUnread(block: string): Restriction | null {
  const mentions = /^[ \t{]*["']?(?:channels|roles)["']?[ \t]*:/mu.test(block);
  return mentions ? { channels: [], roles: [] } : null;
}
