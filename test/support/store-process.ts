import { writeSync } from 'node:fs';
import { z } from 'zod';
import { emptyFields, type EntryFields } from '../../src/library/entry.ts';
import type { Store } from '../../src/library/store.ts';
import { openStore } from '../../src/storage/database/open-store.ts';

/** A process that works on a store until it is done or killed; it tells what the store has acknowledged, a line each. */
const { job, name, guildId, entryId, times, ...place } = z
  .object({
    dataFolder: z.string(),
    databaseUrl: z.string().nullable(),
    job: z.enum(['open', 'add', 'edit']),
    name: z.string(),
    guildId: z.string(),
    entryId: z.string(),
    times: z.number(),
  })
  .parse(JSON.parse(process.argv[2] ?? ''));

const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };
const fieldsOf = (answer: string): EntryFields => ({
  ...emptyFields,
  question: 'When does the pool open?',
  answer,
});

const tell = (line: string): void => {
  // At once: what is written later could be lost with the process, although the store has it.
  writeSync(1, `${line}\n`);
};

const addOne = async (store: Store, label: string): Promise<void> => {
  const act = { by: name, at: 1, interactionId: label };
  const { outcome } = await store.entries.add(guildId, fieldsOf(label), act, null);
  if (outcome === 'saved') tell(label);
};

const editOne = async (store: Store, label: string): Promise<void> => {
  const act = { by: name, at: 1, interactionId: label };
  for (;;) {
    const entry = await store.entries.find(guildId, entryId);
    if (entry === null) throw new Error('the entry is gone');
    const change = { id: entryId, version: entry.version, fields: fieldsOf(label) };
    const written = await store.entries.edit(guildId, change, act);
    if (written.outcome === 'conflict') continue;
    if (written.outcome === 'saved') tell(label);
    return;
  }
};

const store = await openStore({ ...place, logger });
if (job === 'open') tell('open');
else
  for (let time = 0; time < times; time += 1) {
    await (job === 'add' ? addOne : editOne)(store, `${name}-${time}`);
  }
await store.close();
