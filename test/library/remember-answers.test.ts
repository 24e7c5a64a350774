import fc from 'fast-check';
import { expect, test } from 'vitest';

import { answerQuestion } from '../../src/answer/answer-question.ts';
import { atCaution, cautions } from '../../src/answer/caution.ts';
import { commonScope, type Library, type Scope } from '../../src/library/library.ts';
import { rememberAnswers } from '../../src/library/remember-answers.ts';
import { buildSnapshot } from '../../src/library/snapshot.ts';
import { emptyFields } from '../../src/library/entry.ts';
import { loadMeaning } from '../../src/storage/load-meaning.ts';
import { KnowledgeFolder } from '../support/knowledge-folder.ts';
import { withStore } from '../support/store-place.ts';

const pool = '# The pool\n\nThe pool opens at seven and closes at nine. Guests may bring a towel.\n';
const hall = '# The hall\n\nThe hall is heated in winter. Keys to the hall are kept by the janitor.\n';
const question = 'When does the pool open?';

const quoted = async (library: Library, scope: Scope = commonScope): Promise<string | undefined> => {
  const answer = await library.answer(question, scope);
  return answer.outcome === 'answered' ? answer.snippets[0]?.text : undefined;
};

const withFolder = async (
  files: Readonly<Record<string, string>>,
  run: (folder: KnowledgeFolder) => Promise<void>,
): Promise<void> => {
  const folder = await KnowledgeFolder.create(files);
  try {
    await run(folder);
  } finally {
    await folder.remove();
  }
};

test('an answer out of memory is the one that the question gets without it, whatever was asked before', async () => {
  const meaning = await loadMeaning();
  const snapshots = [pool, hall, pool + hall].map((text) =>
    buildSnapshot({ files: [{ path: 'a.md', text }], problems: [] }, new Map(), meaning, 0),
  );
  const asked = fc.oneof(
    fc.constantFrom(question, ` ${question} `, question.toLowerCase(), 'Who keeps the keys?', 'The pool', ''),
    fc.string({ unit: 'grapheme' }),
  );
  const acts = fc.array(fc.tuple(asked, fc.constantFrom(...cautions), fc.constantFrom(...snapshots)), {
    maxLength: 20,
  });
  fc.assert(
    fc.property(acts, (all) => {
      const memory = rememberAnswers();
      for (const [text, caution, snapshot] of all) {
        const fresh = answerQuestion(text, atCaution(snapshot.index, caution));
        expect(memory.answer(text, caution, snapshot, snapshot)).toEqual(fresh);
      }
    }),
  );
});

test('after a refresh questions are answered from the new text', () =>
  withFolder({ 'pool.md': pool }, async (folder) => {
    const library = await folder.openLibrary();
    expect(await quoted(library)).toContain('opens at seven');
    await folder.write('pool.md', pool.replace('seven', 'eight'));
    await library.refresh();
    expect(await quoted(library)).toContain('opens at eight');
  }));

test('what one reader is told is not told to another who may not read it', () =>
  withFolder({ 'pool.md': `---\nroles: [swimmers]\n---\n\n${pool}`, 'hall.md': hall }, async (folder) => {
    const library = await folder.openLibrary();
    const as = (...roles: readonly string[]): Scope => ({ ...commonScope, reader: { channels: [], roles } });
    for (const roles of [['swimmers'], [], ['swimmers'], []]) {
      const text = await quoted(library, as(...roles));
      if (roles.length > 0) expect(text).toContain('opens at seven');
      else expect(text).toBeUndefined();
    }
  }));

test('an entry answers in its own server alone, and no longer when it was removed', () =>
  withStore('SQLite', (store) =>
    withFolder({ 'hall.md': hall }, async (folder) => {
      const library = await folder.openLibrary({ store });
      const [here, there] = ['100000000000000001', '100000000000000002'].map((guildId) => ({
        ...commonScope,
        guildId,
      }));
      if (here === undefined || there === undefined) throw new Error('There are two servers.');
      const told = async (): Promise<readonly unknown[]> => {
        await library.reloadServer(here.guildId);
        return [await quoted(library, here), await quoted(library, there)];
      };
      const act = (interactionId: string): Parameters<typeof store.entries.add>[2] => ({
        by: '200000000000000001',
        at: 1_700_000_000_000,
        interactionId,
      });
      expect(await told()).toEqual([undefined, undefined]);
      const fields = { ...emptyFields, question, answer: 'At seven.' };
      const added = await store.entries.add(here.guildId, fields, act('1'), null);
      expect(await told()).toEqual(['At seven.', undefined]);
      if (added.outcome !== 'saved') throw new Error('The entry is added.');
      await store.entries.remove(here.guildId, added.entry.id, added.entry.version, act('2'));
      expect(await told()).toEqual([undefined, undefined]);
    }),
  ));

test('it is counted how many questions were answered out of memory since the last refresh', () =>
  withFolder({ 'pool.md': pool }, async (folder) => {
    const library = await folder.openLibrary();
    const counts = async (): Promise<unknown> => (await library.status(commonScope)).repeated;
    expect(await counts()).toEqual({ asked: 0, remembered: 0 });
    for (const text of [question, question, `${question} `, 'Who keeps the keys?']) {
      await library.answer(text, commonScope);
    }
    expect(await counts()).toEqual({ asked: 4, remembered: 2 });
    await library.refresh();
    expect(await counts()).toEqual({ asked: 0, remembered: 0 });
  }));
