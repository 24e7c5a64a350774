import fc from 'fast-check';
import { expect, test } from 'vitest';

import { parseFiles } from '../../src/corpus/parse-corpus.ts';
import { commonScope, type Library } from '../../src/library/library.ts';
import { KnowledgeFolder } from '../support/knowledge-folder.ts';

test('a file that has not changed is not parsed again', () => {
  const files = ['a.md', 'b.md'].map((path) => ({ path, text: `# ${path}\n\nSome words.\n` }));
  const known = new Map(parseFiles(files, new Map()).map((parsed) => [parsed.file.path, parsed]));
  const [kept, changed] = parseFiles(
    files.map((file) => ({ ...file, text: file.path === 'a.md' ? file.text : '# Other\n\nText.\n' })),
    known,
  );
  expect(kept?.documents).toBe(known.get('a.md')?.documents);
  expect(changed?.documents).toMatchObject([{ title: 'Other' }]);
});

const words = ['tea', 'cup', 'pool', 'opens', 'seven', 'key', 'desk', 'map', 'and', 'the'];
const sentence = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 })
  .map((chosen) => chosen.join(' '));
const content = fc.oneof(
  fc.record({ head: sentence, body: sentence }).map(({ head, body }) => `# ${head}\n\nThe ${body}.\n`),
  fc
    .record({ asked: sentence, body: sentence })
    .map(({ asked, body }) => `## Which ${asked}?\n\nThe ${body}.\n`),
);
const paths = ['faq/a.md', 'faq/b.md', 'articles/c.md', 'articles/d.md'];
const state = fc.dictionary(fc.constantFrom(...paths), content);

/** All that the library finds, in its order. */
const findAll = async (library: Library): Promise<unknown> => {
  const found = await Promise.all(words.map((word) => library.find(`${word} the tea`, commonScope, 20)));
  const answers = await Promise.all(words.map((word) => library.answer(`Which ${word}?`, commonScope)));
  return [found, answers, await library.topics(commonScope)];
};

test('after any changes of files, a refresh ranks as a library does that reads them for the first time', () =>
  fc.assert(
    fc.asyncProperty(state, state, async (before, after) => {
      const folder = await KnowledgeFolder.create(before);
      const library = await folder.openLibrary();
      for (const path of paths) {
        const text = after[path];
        await (text === undefined ? folder.remove(path) : folder.write(path, text));
      }
      await library.refresh({ confirmed: true });
      const fresh = await folder.openLibrary();
      expect(await findAll(library)).toEqual(await findAll(fresh));
      await folder.remove();
    }),
    { numRuns: 25 },
  ));
