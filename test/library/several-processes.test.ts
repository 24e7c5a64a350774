import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { emptyFields } from '../../src/library/entry.ts';
import type { StorePlace } from '../../src/storage/database/open-store.ts';
import { KnowledgeFolder } from '../support/knowledge-folder.ts';
import { sampleKnowledge } from '../support/sample-knowledge.ts';
import { act, guildId } from '../support/store-acts.ts';
import { lacksPostgres, nameKind, withStore, type StoreKind } from '../support/store-place.ts';

const script = fileURLToPath(new URL('../support/library-process.ts', import.meta.url));
const runTypescript = new URL('../support/run-typescript.mjs', import.meta.url).href;
const question = 'When is the sauna warm?';

/** A process that asks the question, and the answers that it has told, the last one being that of now. */
const start = ({ dataFolder, databaseUrl }: StorePlace, knowledgeFolder: string) => {
  const argument = JSON.stringify({ dataFolder, databaseUrl, knowledgeFolder, guildId, question });
  const child = spawn(process.execPath, ['--import', runTypescript, script, argument], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  return {
    answers: (): readonly string[] => output.split('\n').slice(0, -1),
    async kill(): Promise<void> {
      const ended = once(child, 'exit');
      if (child.kill('SIGKILL')) await ended;
    },
  };
};

describe.each<StoreKind>(['SQLite', 'PostgreSQL'])('four processes on one store in %s', (kind) => {
  describe.skipIf(kind === 'PostgreSQL' && lacksPostgres)(nameKind(kind), () => {
    it(
      'all answer from an entry within 5 s after it was written or changed in another one',
      () =>
        withStore(kind, async (store, place) => {
          const folder = await KnowledgeFolder.create(sampleKnowledge);
          const processes = Array.from({ length: 4 }, () => start(place, folder.path));
          const untilAllTold = (told: readonly string[], timeout: number): Promise<void> =>
            vi.waitFor(
              () => {
                expect(processes.map(({ answers }) => answers())).toEqual(processes.map(() => told));
              },
              { timeout, interval: 10 },
            );
          try {
            await untilAllTold(['unanswered'], 90_000);
            const fields = { ...emptyFields, question, answer: 'The sauna is warm from noon.' };
            const added = await store.entries.add(guildId, fields, act(), null);
            await untilAllTold(['unanswered', fields.answer], 5000);
            if (added.outcome !== 'saved') throw new Error(added.outcome);
            const { id, version } = added.entry;
            const answer = 'The sauna is warm from three.';
            await store.entries.edit(guildId, { id, version, fields: { ...fields, answer } }, act());
            await untilAllTold(['unanswered', fields.answer, answer], 5000);
          } finally {
            await Promise.all(processes.map((each) => each.kill()));
            await folder.remove();
          }
        }),
      120_000,
    );
  });
});
