import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { EntryFields } from '../../src/library/entry.ts';
import { entryFileName, toEntryFile } from '../../src/library/entry-file.ts';
import { readEntryFile } from '../../src/library/read-entry-file.ts';
import type { Store } from '../../src/library/store.ts';
import { createFileKnowledge } from '../../src/storage/file-knowledge.ts';
import { writeFiles } from '../../src/storage/write-files.ts';
import { act, guildId } from '../support/store-acts.ts';
import { withStore } from '../support/store-place.ts';
import { writtenFields } from '../support/written-fields.ts';

interface Written {
  readonly id: string;
  readonly fields: EntryFields;
}

const putAll = async (store: Store, entries: readonly Written[]): Promise<void> => {
  for (const entry of entries) await store.entries.put(guildId, entry, act());
};

/** The files of all entries of a store, by name. */
const filesOf = async (store: Store): Promise<ReadonlyMap<string, string>> => {
  const entries = await store.entries.list(guildId);
  return new Map(entries.map((entry) => [entryFileName(entry), toEntryFile(entry)] as const).sort());
};

test('files of a store make the same files of another store, whatever was written', async () => {
  const home = await mkdtemp(join(tmpdir(), 'footnote-files-'));
  let runs = 0;
  const written = fc.array(writtenFields, { minLength: 1, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(written, (all) =>
      withStore('SQLite', (first) =>
        withStore('SQLite', async (second) => {
          await putAll(
            first,
            all.map((fields, at) => ({ id: `e${at}`, fields })),
          );
          const files = await filesOf(first);
          expect(files.size).toBe(all.length);
          runs += 1;
          const folder = join(home, String(runs));
          const named = [...files].map(([path, text]) => ({ path, text }));
          await writeFiles(folder, named, () => false);
          const { files: found, problems } = await createFileKnowledge({ folder }).read();
          expect(problems).toEqual([]);
          const read = found.map((file) => readEntryFile(file));
          await putAll(
            second,
            read.flatMap((each) => (each.outcome === 'entry' ? [each.entry] : [])),
          );
          expect(await filesOf(second)).toEqual(files);
        }),
      ),
    ),
    { numRuns: 20 },
  );
  await rm(home, { recursive: true });
}, 60_000);
