import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';

import { commonScope, type Library } from '../../src/library/library.ts';
import type { Logger } from '../../src/library/ports.ts';
import { emptyFields, type EntryFields } from '../../src/library/entry.ts';
import type { Act, Store } from '../../src/library/store.ts';
import { openStore } from '../../src/storage/database/open-store.ts';
import { KnowledgeFolder } from '../support/knowledge-folder.ts';
import { withStore } from '../support/store-place.ts';

const shared = { reader: { channels: [], roles: [] }, caution: 'usual' } as const;
const here = { guildId: '100000000000000001', ...shared };
const elsewhere = { guildId: '100000000000000002', ...shared };
const files = { 'faq/club.md': '# The club\n\n## When does the pool open?\n\nThe pool opens at seven.\n' };

const write = (question: string, answer: string): EntryFields => ({
  ...emptyFields,
  question,
  answer,
});

let acts = 0;
const act = (): Act => {
  acts += 1;
  return { by: '200000000000000001', at: 1_700_000_000_000 + acts, interactionId: `i${acts}` };
};

const silent: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A library over real files and a real store, both gone afterwards. */
const withLibrary = (
  run: (library: Library, store: Store, folder: KnowledgeFolder) => Promise<void>,
  logger = silent,
): Promise<void> =>
  withStore('SQLite', async (store) => {
    const folder = await KnowledgeFolder.create(files);
    try {
      await run(await folder.openLibrary({ store, logger }), store, folder);
    } finally {
      await folder.remove();
    }
  });

const quoted = async (library: Library, question: string, scope = here): Promise<string | null> => {
  const answer = await library.answer(question, scope);
  return answer.outcome === 'answered' ? (answer.snippets[0]?.text ?? null) : null;
};

describe('an entry of a server', () => {
  it('answers as soon as the server is loaded again, with its lists as they are', () =>
    withLibrary(async (library, store) => {
      expect(await quoted(library, 'What may I bring?')).toBeNull();
      await store.entries.add(
        here.guildId,
        write('What may I bring?', 'You may bring:\n\n- a cup\n- a towel'),
        act(),
        null,
      );
      await library.reloadServer(here.guildId);
      expect(await quoted(library, 'What may I bring?')).toBe('You may bring:\n\n- a cup\n- a towel');
    }));

  it('is never seen from another server or from nowhere, whichever server has which', () =>
    withLibrary(async (library, store) => {
      const guilds = ['1', '2', '3'];
      const named = fc.uniqueArray(fc.record({ guildId: fc.constantFrom(...guilds), n: fc.nat(9) }), {
        maxLength: 4,
      });
      let round = 0;
      await fc.assert(
        fc.asyncProperty(named, async (entries) => {
          round += 1;
          const nameOf = (n: number, guildId: string): string =>
            `Who is visitor ${round} ${n} of ${guildId}?`;
          for (const { guildId, n } of entries)
            await store.entries.add(guildId, write(nameOf(n, guildId), 'A guest.'), act(), null);
          for (const guildId of guilds) await library.reloadServer(guildId);
          for (const { guildId, n } of entries) {
            const name = nameOf(n, guildId);
            for (const asked of guilds)
              expect((await library.entry(name, { ...here, guildId: asked })) !== null).toBe(
                asked === guildId,
              );
            expect(await library.entry(name, commonScope)).toBeNull();
          }
        }),
        { numRuns: 8 },
      );
    }));

  it('stays when the files are read anew, and the files answer beside it', () =>
    withLibrary(async (library, store, folder) => {
      await store.entries.add(here.guildId, write('Is there a sauna?', 'Behind the gym.'), act(), null);
      await library.reloadServer(here.guildId);
      await folder.write('faq/club.md', files['faq/club.md'].replace('seven', 'eight'));
      await library.refresh();
      expect(await quoted(library, 'Is there a sauna?')).toBe('Behind the gym.');
      expect(await quoted(library, 'When does the pool open?')).toBe('The pool opens at eight.');
    }));

  it('is one of the topics of its server, and of no other', () =>
    withLibrary(async (library, store) => {
      await store.entries.add(here.guildId, write('Is there a sauna?', 'Behind the gym.'), act(), null);
      await library.reloadServer(here.guildId);
      expect((await library.topics(here)).flatMap(({ headings }) => headings)).toContain('Is there a sauna?');
      expect((await library.topics(elsewhere)).flatMap(({ headings }) => headings)).toEqual([
        'When does the pool open?',
      ]);
    }));

  it('that another process wrote answers here', () =>
    withStore('SQLite', async (store, place) => {
      const folder = await KnowledgeFolder.create(files);
      const other = await openStore(place);
      try {
        const library = await folder.openLibrary({ store, logger: silent });
        expect(await quoted(library, 'Is there a sauna?')).toBeNull();
        await other.entries.add(here.guildId, write('Is there a sauna?', 'Behind the gym.'), act(), null);
        await vi.waitFor(async () => {
          expect(await quoted(library, 'Is there a sauna?')).toBe('Behind the gym.');
        });
      } finally {
        await other.close();
        await folder.remove();
      }
    }));

  it('that would take an answer away says which, before it is saved', () =>
    withLibrary(async (library) => {
      const fields = {
        ...write('Who opens the pool?', 'The porter.'),
        aliases: ['at what time does the pool open'],
      };
      const questions = ['at what time does the pool open', 'Is there a sauna?'];
      const changes = await library.impact({ scope: here, fields, id: null }, questions);
      expect(changes).toMatchObject([
        {
          question: questions[0],
          before: { text: 'The pool opens at seven.' },
          after: { text: 'The porter.' },
        },
      ]);
      expect(await quoted(library, 'at what time does the pool open')).toBe('The pool opens at seven.');
    }));
});

describe('a link', () => {
  it('gives an entry of the files another phrasing, in that server alone', () =>
    withLibrary(async (library, store) => {
      const phrasing = 'swimming from when';
      const gapId = await store.gaps.record(here.guildId, { phrasing, at: 1, gapId: null });
      const [entry] = await library.suggestEntries('pool', here, 1);
      if (entry === undefined) throw new Error('the entry is there');
      await store.gaps.settle(here.guildId, gapId, { kind: 'linked', documentId: entry.id }, act());
      await library.reloadServer(here.guildId);
      expect(await quoted(library, phrasing)).toBe('The pool opens at seven.');
      expect((await library.answer(phrasing, elsewhere)).confidence).toBeLessThan(1);
    }));
});

describe('a store that is down', () => {
  it('lets the files answer, and the log says so without the question', async () => {
    const logged: string[] = [];
    const note = (fields: object, message: string): void =>
      void logged.push(JSON.stringify(fields) + message);
    await withLibrary(
      async (library, store) => {
        await store.close();
        expect(await quoted(library, 'When does the pool open?')).toBe('The pool opens at seven.');
      },
      { info: note, warn: note, error: note },
    );
    expect(logged.join('\n')).toContain("a server's entries could not be read; files alone answer");
    expect(logged.join('\n')).not.toContain('pool');
  });
});
