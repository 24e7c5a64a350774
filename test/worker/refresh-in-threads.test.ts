import { rename, writeFile } from 'node:fs/promises';
import type { Worker } from 'node:worker_threads';

import { describe, expect, test, vi } from 'vitest';

import { commonScope, type Library } from '../../src/library/library.ts';
import { emptyFields } from '../../src/library/entry.ts';
import { openStore } from '../../src/storage/database/open-store.ts';
import { withThreads } from '../support/open-threads.ts';
import { sampleKnowledge } from '../support/sample-knowledge.ts';

const borrow = 'How many books may I borrow?';
const sevenBooks = 'Each reader may borrow seven books for four weeks.';

/** What the library quotes under this name; null when it quotes nothing. */
const quoted = async (library: Library, name: string, scope = commonScope): Promise<string | null> => {
  const answer = await library.answer(name, scope);
  return answer.outcome === 'answered' ? (answer.snippets[0]?.text ?? null) : null;
};

/** A thread that is done with ends by and by. */
const untilRunning = (running: ReadonlySet<Worker>, expected: readonly Worker[]): Promise<void> =>
  vi.waitFor(
    () => {
      expect([...running]).toEqual(expected);
    },
    { timeout: 20_000, interval: 50 },
  );

describe.concurrent('a library in threads', { timeout: 60_000 }, () => {
  test('says all that the same library says in one thread', () =>
    withThreads({ files: sampleKnowledge }, async ({ library, folder }) => {
      const single = await folder.openLibrary();
      const askAll = async (asked: Library): Promise<unknown> => {
        const { refreshedAt, ...status } = await asked.status(commonScope);
        expect(refreshedAt).toBeInstanceOf(Date);
        return [
          await asked.answer(borrow, commonScope),
          await asked.explain('how many books may a reader borrow', commonScope),
          await asked.find('copies of maps', commonScope, 5),
          await asked.suggestEntries('', commonScope, 5),
          await asked.similarEntries('How many books can I borrow?', commonScope, 5),
          await asked.entry(borrow, commonScope),
          await asked.topics(commonScope),
          await asked.topicTitles(commonScope, 1),
          status,
        ];
      };
      expect(await askAll(library)).toEqual(await askAll(single));
    }));

  test('is refreshed by another thread, which takes over what is asked and counted, and the first one ends', () =>
    withThreads({ files: sampleKnowledge }, async ({ library, folder, started, running }) => {
      await library.answer('Where do I return a book?', commonScope);
      await folder.write('faq/tea.md', '## Is there tea?\n\nYes.\n');
      expect(await library.refresh()).toMatchObject({
        outcome: 'swapped',
        added: ['faq/tea.md'],
        removed: [],
      });
      expect(await quoted(library, 'Is there tea?')).toBe('Yes.');
      expect((await library.status(commonScope)).questions).toMatchObject({ answered: 2 });
      const [popular] = await library.suggestEntries('', commonScope, 1);
      expect(popular?.question).toBe('Where do I return a book?');
      expect(started).toHaveLength(2);
      await untilRunning(running, started.slice(1));
    }));

  test('answers from the old version for as long as the new one is built', () =>
    withThreads({ files: sampleKnowledge }, async ({ library, folder }) => {
      await folder.write('faq/library.md', `## ${borrow}\n\nNine.\n\n## Where do I pay?\n\nNowhere.\n`);
      const built = library.refresh();
      const during = await Promise.race([built, quoted(library, borrow)]);
      expect(during).toBe(sevenBooks);
      await built;
      expect(await quoted(library, borrow)).toBe('Nine.');
    }));

  test('keeps its version when over half would vanish, until that is confirmed', () =>
    withThreads({ files: sampleKnowledge }, async ({ library, folder, started, running }) => {
      await folder.remove('faq');
      const reason = { kind: 'fewer-passages', had: 5, left: 2 };
      expect(await library.refresh()).toMatchObject({ outcome: 'kept', isConfirmable: true, reason });
      expect(await quoted(library, borrow)).toBe(sevenBooks);
      await untilRunning(running, started.slice(0, 1));
      expect(await library.refresh({ confirmed: true })).toMatchObject({ outcome: 'swapped', passages: 2 });
      expect(await quoted(library, borrow)).toBeNull();
    }));

  test('keeps the last good version of a broken file over as many threads as it takes', () =>
    withThreads({ files: sampleKnowledge }, async ({ library, folder }) => {
      await folder.write('faq/library.md', `---\ntags: {\n---\n\n## ${borrow}\n\nNine.\n`);
      for (const path of ['faq/a.md', 'faq/b.md']) {
        await folder.write(path, '## Is there tea?\n\nYes.\n');
        expect(await library.refresh()).toMatchObject({ stale: ['faq/library.md'], added: [path] });
        expect(await quoted(library, borrow)).toBe(sevenBooks);
      }
    }));

  test('keeps its version of a folder that is gone, and says why', () =>
    withThreads({ files: sampleKnowledge }, async ({ library, folder }) => {
      await folder.remove();
      const report = await library.refresh();
      expect(report).toMatchObject({ outcome: 'kept', isConfirmable: false, passages: 5 });
      const cause: unknown = expect.stringMatching(/^The knowledge folder ".*" does not exist: .*\.$/u);
      expect(report.reason).toEqual({ kind: 'unreadable', cause });
      expect(await quoted(library, borrow)).toBe(sevenBooks);
    }));

  test('answers from entries that were read before a refresh, while the store cannot be read after it', () =>
    withThreads({ files: sampleKnowledge }, async ({ library, dataFolder, logged }) => {
      const here = { guildId: '100000000000000001', reader: null, caution: 'usual' } as const;
      const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };
      const store = await openStore({ dataFolder, databaseUrl: null, logger });
      const fields = { ...emptyFields, question: 'Is there a sauna?', answer: 'Behind the gym.' };
      const act = { by: '200000000000000001', at: 1, interactionId: 'i1' };
      await store.entries.add(here.guildId, fields, act, null);
      await store.close();
      await library.reloadServer(here.guildId);
      expect(await quoted(library, 'Is there a sauna?', here)).toBe('Behind the gym.');
      await rename(dataFolder, `${dataFolder}-away`);
      await writeFile(dataFolder, 'no folder');
      await library.refresh();
      expect(logged.join('\n')).toContain('the store could not be opened; trying again');
      expect(await quoted(library, 'Is there a sauna?', here)).toBe('Behind the gym.');
    }));
});
