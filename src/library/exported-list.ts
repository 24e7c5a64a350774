import { z } from 'zod';

import type { SourceFile } from '../corpus/document.ts';

import type { Entry } from './entry.ts';

/** Which entries of a server an export wrote, so that a file that is deleted later is known to have been there. */
export interface ExportedList {
  readonly guildId: string;
  /** The version that each entry had then, by its id. */
  readonly versions: ReadonlyMap<string, number>;
}

/** Name of the file beside the exported ones that holds the list; hidden, so that the bot passes over it. */
export const exportedListName = '.exported.json';

const schema = z.object({ server: z.string(), versions: z.record(z.string(), z.int()) });

/** The list as a file. */
export function toExportedListFile(guildId: string, entries: readonly Entry[]): SourceFile {
  const versions = Object.fromEntries(entries.map(({ id, version }) => [id, version]));
  return { path: exportedListName, text: `${JSON.stringify({ server: guildId, versions }, null, 2)}\n` };
}

/** @throws Error with one plain sentence when this is no such list. */
export function readExportedList(text: string): ExportedList {
  try {
    const { server, versions } = schema.parse(JSON.parse(text));
    return { guildId: server, versions: new Map(Object.entries(versions)) };
  } catch {
    throw new Error(`A file ${exportedListName} is not as npm run export writes it: export again.`);
  }
}

/** Entries whose files were deleted after an export. */
export interface Deleted {
  /** As they were exported. */
  readonly removable: readonly Entry[];
  /** Changed since, by whomever: nobody who deleted the file has seen them as they are now. */
  readonly changed: readonly Entry[];
}

/**
 * Finds what was exported and has no file any more.
 * @param filed Ids that files hold.
 * @param entries All entries of the list's server, as the store holds them.
 */
export function findDeleted(
  { versions }: ExportedList,
  filed: ReadonlySet<string>,
  entries: readonly Entry[],
): Deleted {
  const deleted = entries.filter(({ id }) => versions.has(id) && !filed.has(id));
  const isAsExported = ({ id, version }: Entry): boolean => versions.get(id) === version;
  return {
    removable: deleted.filter(isAsExported),
    changed: deleted.filter((entry) => !isAsExported(entry)),
  };
}
