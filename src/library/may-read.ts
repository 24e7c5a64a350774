import type { Restriction } from '../corpus/document.ts';

import type { Reader } from './library.ts';

/** Whether a document of this restriction may be quoted to this reader; it may be to one who may read all. */
export function mayRead(restriction: Restriction | null, reader: Reader | null): boolean {
  if (restriction === null || reader === null) return true;
  return isIn(restriction.channels, reader.channels) && isIn(restriction.roles, reader.roles);
}

function isIn(allowed: readonly string[] | null, own: readonly string[]): boolean {
  return allowed === null || own.some((name) => allowed.includes(name));
}
