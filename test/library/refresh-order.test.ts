import { expect, test } from 'vitest';

import { createLibrary } from '../../src/library/create-library.ts';
import type { KnowledgeStore } from '../../src/library/ports.ts';
import { commonScope } from '../../src/library/library.ts';

type Read = Awaited<ReturnType<KnowledgeStore['read']>>;

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

function version(answer: string): Read {
  return { files: [{ path: 'faq/a.md', text: `## Which version?\n\n${answer}\n` }], problems: [] };
}

test('a slow refresh does not put back what a later one has replaced', async () => {
  let finishFirst: (read: Read) => void = () => undefined;
  const slow = new Promise<Read>((resolve) => {
    finishFirst = resolve;
  });
  const reads = [Promise.resolve(version('One.')), slow, Promise.resolve(version('Three.'))];
  const library = await createLibrary({
    knowledge: {
      read: () => reads.shift() ?? Promise.reject(new Error('It is read three times.')),
      watch: () => Promise.resolve(() => Promise.resolve()),
    },
    clock: { now: () => 0 },
    logger: silent,
    meaning: null,
    store: null,
  });
  const [first, second] = [library.refresh(), library.refresh()];
  finishFirst(version('Two.'));
  await Promise.all([first, second]);
  expect(await library.answer('Which version?', commonScope)).toMatchObject({
    snippets: [{ text: 'Three.' }],
  });
});

test('a refresh after one that failed works again', async () => {
  const reads = [
    () => Promise.resolve(version('One.')),
    () => Promise.reject(new Error('The disk is gone.')),
  ];
  const library = await createLibrary({
    knowledge: {
      read: () => (reads.shift() ?? (() => Promise.resolve(version('Two.'))))(),
      watch: () => Promise.resolve(() => Promise.resolve()),
    },
    clock: { now: () => 0 },
    logger: silent,
    meaning: null,
    store: null,
  });
  const reason = { kind: 'unreadable', cause: 'The disk is gone.' };
  expect(await library.refresh()).toMatchObject({ outcome: 'kept', reason });
  expect(await library.answer('Which version?', commonScope)).toMatchObject({ snippets: [{ text: 'One.' }] });
  expect(await library.refresh()).toMatchObject({ outcome: 'swapped', changed: ['faq/a.md'] });
  expect(await library.answer('Which version?', commonScope)).toMatchObject({ snippets: [{ text: 'Two.' }] });
});
