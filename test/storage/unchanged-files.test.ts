import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import type { SourceFile } from '../../src/corpus/document.ts';
import { createFileKnowledge } from '../../src/storage/file-knowledge.ts';
import { KnowledgeFolder } from '../support/knowledge-folder.ts';

/** What is known of these files, with a text that shows whether it was taken over. */
const asKnown = (files: readonly SourceFile[]): ReadonlyMap<string, SourceFile> =>
  new Map(files.map((file) => [file.path, { ...file, text: 'as it was known' }]));

test('a file that was read before is not read again while nothing has touched it', async () => {
  // Files of the project itself were written long enough ago.
  const knowledge = createFileKnowledge({
    folder: fileURLToPath(new URL('../../knowledge', import.meta.url)),
  });
  const known = asKnown((await knowledge.read()).files);
  expect((await knowledge.read(known)).files).toEqual([...known.values()]);
});

test.each([
  ['after any change, although it has the size and times of before', new Date('2020-01-01')],
  ['when it was written so lately that its times prove nothing', new Date()],
])('it is read again %s', async (_when, modifiedAt) => {
  const folder = await KnowledgeFolder.create({ 'a.md': 'one' });
  const knowledge = createFileKnowledge({ folder: folder.path });
  await utimes(join(folder.path, 'a.md'), modifiedAt, modifiedAt);
  const known = asKnown((await knowledge.read()).files);
  await folder.write('a.md', 'two');
  await utimes(join(folder.path, 'a.md'), modifiedAt, modifiedAt);
  expect((await knowledge.read(known)).files.map(({ text }) => text)).toEqual(['two']);
  await folder.remove();
});
