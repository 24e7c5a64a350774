import { writeSync } from 'node:fs';
import { z } from 'zod';
import { emptyFields, type EntryFields } from '../../src/library/entry.ts';
import type { Act, Store } from '../../src/library/store.ts';
import { openStore } from '../../src/storage/database/open-store.ts';

/**
 * A process that works on a store until it is done or killed. It tells what came of each thing it did, a line each: what
 * it is named and the outcome.
 */
const { job, name, guildId, entryIds, times, ...place } = z
  .object({
    dataFolder: z.string(),
    databaseUrl: z.string().nullable(),
    job: z.enum(['open', 'add', 'moderate']),
    name: z.string(),
    guildId: z.string(),
    entryIds: z.array(z.string()),
    times: z.number(),
  })
  .parse(JSON.parse(process.argv[2] ?? ''));

const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };
const fieldsOf = (answer: string): EntryFields => ({
  ...emptyFields,
  question: 'When does the pool open?',
  answer,
});

const tell = (label: string, outcome: string): void => {
  // At once: what is written later could be lost with the process, although the store has it.
  writeSync(1, `${label} ${outcome}\n`);
};

const addOne = async (store: Store, label: string): Promise<void> => {
  const act = { by: name, at: 1, interactionId: label };
  const { outcome } = await store.entries.add(guildId, fieldsOf(label), act, null);
  tell(label, outcome);
};

/** As a moderator does: looks at an entry, writes, and is refused when somebody was faster. Every tenth act is delivered twice. */
const editOne = async (store: Store, label: string, entryId: string, isTwice: boolean): Promise<void> => {
  const entry = await store.entries.find(guildId, entryId);
  if (entry === null) throw new Error('the entry is gone');
  const act: Act = { by: name, at: 1, interactionId: label };
  const change = { id: entryId, version: entry.version, fields: fieldsOf(label) };
  const { outcome } = await store.entries.edit(guildId, change, act);
  tell(label, outcome);
  if (outcome !== 'saved' || !isTwice) return;
  const again = await store.entries.edit(guildId, { ...change, version: change.version + 1 }, act);
  if (again.outcome !== 'repeated') tell(label, `${again.outcome}-again`);
};

/** Two moderators at once, each on the entries in an order of its own. */
const moderate = async (store: Store): Promise<void> => {
  const run = async (moderator: number): Promise<void> => {
    for (let time = 0; time < times; time += 1) {
      const entryId = entryIds[(time * (moderator + 1)) % entryIds.length] ?? '';
      await editOne(store, `${name}-${moderator}-${time}`, entryId, time % 10 === 0);
    }
  };
  await Promise.all([run(0), run(1)]);
};

const store = await openStore({ ...place, logger });
if (job === 'open') tell(name, 'open');
else if (job === 'moderate') await moderate(store);
else for (let time = 0; time < times; time += 1) await addOne(store, `${name}-${time}`);
await store.close();
