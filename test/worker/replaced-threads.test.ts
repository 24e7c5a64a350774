import { setImmediate } from 'node:timers/promises';

import { describe, expect, test, vi } from 'vitest';

import { LibraryBusy } from '../../src/library/library-busy.ts';
import { commonScope, type Library } from '../../src/library/library.ts';
import { withThreads } from '../support/open-threads.ts';
import { sampleKnowledge } from '../support/sample-knowledge.ts';
import { slowKnowledge, slowQuestion } from '../support/slow-knowledge.ts';

const borrow = 'How many books may I borrow?';
const sevenBooks = {
  outcome: 'answered',
  snippets: [{ text: 'Each reader may borrow seven books for four weeks.' }],
};

/** A machine that is busy with other tests may take longer to start a thread than a question waits. */
const untilAnswered = (library: Library): Promise<void> =>
  vi.waitFor(
    async () => {
      expect(await library.answer(borrow, commonScope)).toMatchObject(sevenBooks);
    },
    { timeout: 60_000 },
  );

describe('a thread that holds the library', { timeout: 90_000 }, () => {
  test('and is ended from outside is replaced: who asked is told that it is busy, who asks next is answered', () =>
    withThreads({ files: sampleKnowledge }, async ({ library, started, running }) => {
      const underWay = expect(library.answer(borrow, commonScope)).rejects.toThrow(LibraryBusy);
      await setImmediate();
      await started[0]?.terminate();
      await underWay;
      await untilAnswered(library);
      expect((await library.status(commonScope)).questions).toMatchObject({ answered: 1 });
      expect([...running]).toEqual(started.slice(1));
    }));

  test('and ends is replaced by one that still has the last good version of a broken file, until it is mended', () =>
    withThreads({ files: sampleKnowledge }, async ({ library, folder, started }) => {
      await folder.write('faq/library.md', `---\ntags: {\n---\n\n## ${borrow}\n\nNine.\n`);
      expect(await library.refresh()).toMatchObject({ stale: ['faq/library.md'] });
      // The second of them has it from a thread that never read the file as it was.
      for (let ended = 0; ended < 2; ended += 1) {
        await started.at(-1)?.terminate();
        await untilAnswered(library);
      }
      await folder.write('faq/library.md', `## ${borrow}\n\nNine.\n\n## Where do I pay?\n\nNowhere.\n`);
      await started.at(-1)?.terminate();
      await expect
        .poll(() => library.answer(borrow, commonScope).catch(() => null), { timeout: 30_000 })
        .toMatchObject({ snippets: [{ text: 'Nine.' }] });
    }));

  test('and dies while another one is built for a refresh is replaced all the same', () =>
    withThreads({ files: sampleKnowledge }, async ({ library, started }) => {
      const refreshing = expect(library.refresh()).rejects.toThrow(LibraryBusy);
      await expect.poll(() => started.length).toBe(2);
      await started[0]?.terminate();
      await refreshing;
      await untilAnswered(library);
      expect(await library.refresh()).toMatchObject({ outcome: 'swapped', passages: 5 });
    }));

  test('and searches for longer than it may is replaced: that question is told busy, others are answered', () =>
    withThreads({ files: slowKnowledge, searchWithinMs: 30 }, async ({ library, started, logged }) => {
      const slow = library.answer(slowQuestion, commonScope);
      await expect(slow).rejects.toThrow(LibraryBusy);
      const another = (): Promise<unknown> => library.entry('Which tea?', commonScope).catch(() => null);
      await expect.poll(another, { timeout: 60_000 }).toMatchObject({ outcome: 'answered' });
      expect(started).toHaveLength(2);
      expect(logged.join('\n')).toContain('a search took too long and was cut off');
      expect(logged.join('\n')).not.toContain('pool');
    }));

  test('and cannot be built again is tried again until it can: meanwhile who asks is told that it is busy', () =>
    withThreads({ files: sampleKnowledge }, async ({ library, folder, started, logged }) => {
      await folder.remove();
      await started[0]?.terminate();
      await expect(library.answer(borrow, commonScope)).rejects.toThrow(LibraryBusy);
      const failure = /could not be built again.*The knowledge folder .* does not exist/u;
      await expect.poll(() => logged.join('\n'), { timeout: 30_000 }).toMatch(failure);
      await folder.write('faq/a.md', `## ${borrow}\n\nEight.\n`);
      await expect
        .poll(() => library.answer(borrow, commonScope).catch(() => null), { timeout: 30_000 })
        .toMatchObject({ snippets: [{ text: 'Eight.' }] });
    }));

  test('takes no more than it can answer in time: the rest is told busy at once', () =>
    withThreads({ files: sampleKnowledge }, async ({ library }) => {
      const asked = await Promise.allSettled(
        Array.from({ length: 400 }, () => library.answer(borrow, commonScope)),
      );
      const refused = asked.flatMap((each): unknown[] => (each.status === 'rejected' ? [each.reason] : []));
      expect(refused).toHaveLength(400 - 256);
      for (const reason of refused) expect(reason).toBeInstanceOf(LibraryBusy);
      expect(await library.answer(borrow, commonScope)).toMatchObject(sevenBooks);
    }));

  test('ends when the library is closed, and no other is started', () =>
    withThreads({ files: sampleKnowledge }, async ({ library, started, running, close }) => {
      await library.refresh();
      await close();
      expect(running.size).toBe(0);
      expect(started).toHaveLength(2);
    }));

  test('is not started for a folder that is not there, which is said in one sentence', async () => {
    const opening = withThreads({ folder: '/nowhere/at/all', files: {} }, () => Promise.resolve());
    await expect(opening).rejects.toThrow(
      /^The knowledge folder "\/nowhere\/at\/all" does not exist: .*\.$/u,
    );
  });
});
