import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { commonScope, type Library, type Reader } from '../../src/library/library.ts';
import { relatedKey } from '../../src/library/related-key.ts';
import { emptyFields } from '../../src/library/entry.ts';
import type { Store } from '../../src/library/store.ts';
import { KnowledgeFolder } from '../support/knowledge-folder.ts';
import { withStore } from '../support/store-place.ts';

const guildId = '100000000000000001';
const places = ['staff', 'cellar'];
const roles = ['keeper', 'cook'];
const some = (names: readonly string[]) => fc.option(fc.subarray([...names], { minLength: 1 }));

interface Place {
  readonly channels: readonly string[] | null;
  readonly roles: readonly string[] | null;
}
const place: fc.Arbitrary<Place> = fc.record({ channels: some(places), roles: some(roles) });
const reader: fc.Arbitrary<Reader> = fc.record({ channels: fc.subarray(places), roles: fc.subarray(roles) });

const fits = (allowed: readonly string[] | null, own: readonly string[]): boolean =>
  allowed === null || allowed.some((name) => own.includes(name));

/** Words that no other secret has, so that a trace of it can only come from there. */
const words = ['quokka', 'narwhal', 'axolotl', 'pangolin'];
const questionOf = (word: string): string => `Where is the ${word} kept?`;

const fileOf = (word: string, { channels, roles: own }: Place): string =>
  [
    '---',
    `title: The ${word}`,
    ...(channels === null ? [] : [`channels: [${channels.join(', ')}]`]),
    ...(own === null ? [] : [`roles: [${own.join(', ')}]`]),
    '---',
    '',
    `## ${questionOf(word)}`,
    '',
    `The ${word} is kept behind the ${word} door.`,
  ].join('\n');

/** Everything that a reader can get out of the library about a word. */
const findTraces = async (library: Library, word: string, of: Reader): Promise<string> => {
  const scope = { guildId, reader: of, caution: 'usual' } as const;
  const question = questionOf(word);
  const documents = await library.topics(scope);
  const found = [
    await library.answer(question, scope),
    await library.answer(`${word} kept door`, scope),
    (await library.explain(question, scope)).snippet,
    await library.find(word, scope, 5),
    await library.suggestEntries(word, scope, 25),
    await library.suggestEntries('', scope, 25),
    await library.similarEntries(question, scope, 5),
    await library.entry(question, scope),
    await library.related(relatedKey(question), scope),
    documents,
    ...(await Promise.all(documents.map(({ id }) => library.passage(relatedKey(id), scope)))),
  ];
  return JSON.stringify(found);
};

const addEntries = async (store: Store, written: readonly (readonly [string, Place])[]): Promise<void> => {
  let acts = 0;
  for (const [word, { channels, roles: own }] of written) {
    acts += 1;
    const fields = {
      ...emptyFields,
      question: questionOf(word),
      answer: `The ${word} is kept behind the ${word} door.`,
      channels: channels ?? [],
      roles: own ?? [],
    };
    await store.entries.add(guildId, fields, { by: '1', at: acts, interactionId: `i${acts}` }, null);
  }
};

describe('what is restricted', () => {
  it('is found by those who may read it, and leaves no trace for any other, whoever it is', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(place, { minLength: words.length, maxLength: words.length }),
        fc.array(reader, { minLength: 2, maxLength: 4 }),
        (restrictions, readers) =>
          withStore('SQLite', async (store) => {
            const secrets = words.map(
              (word, i) => [word, restrictions[i] ?? { channels: null, roles: null }] as const,
            );
            const folder = await KnowledgeFolder.create({
              'faq/pool.md': '## When does the pool open?\n\nThe pool opens at seven.\n',
              ...Object.fromEntries(
                secrets.slice(0, 2).map(([word, own]) => [`faq/${word}.md`, fileOf(word, own)]),
              ),
            });
            try {
              await addEntries(store, secrets.slice(2));
              const library = await folder.openLibrary({ store });
              for (const of of readers)
                for (const [word, own] of secrets) {
                  const mayRead = fits(own.channels, of.channels) && fits(own.roles, of.roles);
                  const traces = await findTraces(library, word, of);
                  expect(traces.includes(`behind the ${word}`), `${word} for ${JSON.stringify(of)}`).toBe(
                    mayRead,
                  );
                  if (!mayRead) expect(traces).not.toContain(`The ${word}`);
                }
            } finally {
              await folder.remove();
            }
          }),
      ),
      { numRuns: 12 },
    ));

  it('is shut from the moment its file says so, whatever else is wrong with the file', async () => {
    const text = '## Where is the safe?\n\nThe safe stands behind the curtain.\n';
    const folder = await KnowledgeFolder.create({ 'faq/safe.md': text });
    const anyone = { ...commonScope, reader: { channels: [], roles: [] } };
    try {
      const library = await folder.openLibrary();
      expect(await library.entry('Where is the safe?', anyone)).not.toBeNull();
      await folder.write('faq/safe.md', `---\nchannels: staff\nupdated: soon\n---\n\n${text}`);
      await library.refresh();
      expect(await library.entry('Where is the safe?', anyone)).toBeNull();
    } finally {
      await folder.remove();
    }
  });

  it('counts when half of the passages would vanish', async () => {
    const folder = await KnowledgeFolder.create({
      'a.md': 'One text for everybody.\n',
      'b.md':
        '---\nchannels: staff\n---\n\n# One\n\nOne text.\n\n# Two\n\nAnother text.\n\n# Three\n\nA third text.\n',
    });
    try {
      const library = await folder.openLibrary();
      await folder.remove('b.md');
      expect(await library.refresh()).toMatchObject({ outcome: 'kept', isConfirmable: true });
    } finally {
      await folder.remove();
    }
  });
});
