import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { openLibrary } from '../src/open-library.ts';
import { commonScope } from '../src/library/library.ts';
import { programOf } from './support/program.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footnote-check-questions-'));
  await mkdir(join(folder, 'faq'));
  await writeFile(
    join(folder, 'faq', 'pool.md'),
    '## When does the pool open?\n\nThe pool opens at seven in the morning.\n\n## Where are the towels?\n\nThe towels lie in the locker room.\n',
  );
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** Writes the rows, objects as JSON and strings as they are, and checks the folder. */
async function check(rows: readonly unknown[]): Promise<{ exitCode: number | null; out: readonly string[] }> {
  const lines = rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row)));
  await writeFile(join(folder, 'questions.jsonl'), `${lines.join('\n')}\n`);
  return run();
}

function run(): { exitCode: number | null; out: readonly string[] } {
  const { status, stdout } = spawnSync(process.execPath, [programOf('check'), '--knowledge', folder], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  return { exitCode: status, out: stdout.trimEnd().split('\n') };
}

const opening = 'When does the pool open?';
const towels = 'Where are the towels?';
const elsewhere = 'What is the capital of France?';

describe('questions.jsonl beside the knowledge', () => {
  test('is asked and counted, is no source file, and says nothing when every answer is as expected', async () => {
    const { exitCode, out } = await check([
      { question: opening, expect: { text: ['noon', 'seven in the morning'] } },
      { question: towels, expect: { path: 'faq/pool.md', entry: [towels] } },
      { question: towels, expect: {} },
      { question: elsewhere, expect: null, set: 'far' },
    ]);
    expect(out).toEqual(['1 file, 0 articles, 2 FAQ entries, 4 questions, 0 errors, 0 warnings']);
    expect(exitCode).toBe(0);
  });

  test('warns, by its line, of each answer that is not the expected one: asked, found and expected', async () => {
    const { exitCode, out } = await check([
      { question: opening, expect: { text: ['noon'] } },
      '',
      { question: towels, expect: null },
      { question: elsewhere, expect: { path: 'faq/pool.md', entry: ['Which capital?', 'Paris?'] } },
    ]);
    expect(out).toEqual([
      `questions.jsonl:1: unexpected answer to "${opening}": "The pool opens at seven in the morning." of faq/pool.md:3, expected an answer with "noon" (answer-changed)`,
      `questions.jsonl:3: unexpected answer to "${towels}": "The towels lie in the locker room." of faq/pool.md:7, expected no answer (answer-changed)`,
      `questions.jsonl:4: unexpected silence on "${elsewhere}", expected an answer from faq/pool.md of the entry "Which capital?" or "Paris?" (answer-changed)`,
      '1 file, 0 articles, 2 FAQ entries, 3 questions, 0 errors, 3 warnings',
    ]);
    expect(exitCode).toBe(0);
  });

  test('gets the answers that the bot gives: many entries that are alike make both careful', async () => {
    const lanes = Array.from(
      { length: 60 },
      (_, i) =>
        `## How long is lane ${i + 1} of the pool open?\n\nLane ${i + 1} of the pool is open for ${(i % 9) + 2} hours.\n`,
    );
    await writeFile(join(folder, 'faq', 'pool.md'), lanes.join('\n'));
    const question = 'How long is the lane open?';
    const library = await openLibrary(folder);
    expect((await library.answer(question, commonScope)).outcome).toBe('suggested');
    const { out } = await check([{ question, expect: null }]);
    expect(out).toEqual(['1 file, 0 articles, 60 FAQ entries, 1 question, 0 errors, 0 warnings']);
  });

  test('warns when an entry that a row expects was taken out of the knowledge', async () => {
    const row = { question: towels, expect: { entry: [towels] } };
    expect((await check([row])).out).toHaveLength(1);
    await writeFile(join(folder, 'faq', 'pool.md'), `## ${opening}\n\nThe pool opens at seven.\n`);
    const { out } = run();
    expect(out[0]).toMatch(
      /^questions\.jsonl:1: unexpected .*, expected an answer of the entry .* \(answer-changed\)$/u,
    );
  });

  test('has an error on each line that cannot be read, and the other lines are asked all the same', async () => {
    const { exitCode, out } = await check([
      'When?',
      { question: opening, expect: { txt: ['seven'] } },
      { question: opening, expect: { text: ['noon'] } },
      ['no', 'object'],
    ]);
    expect(
      out.map((line) => /^questions\.jsonl:\d+: unexpected .*, expected .* \([a-z-]+\)$/u.test(line)),
    ).toEqual([true, true, true, true, false]);
    expect(out.map((line) => /\(([a-z-]+)\)$/u.exec(line)?.[1])).toEqual([
      'question-form',
      'question-form',
      'answer-changed',
      'question-form',
      undefined,
    ]);
    expect(exitCode).toBe(1);
  });

  test('cannot forge a line or colour the terminal', async () => {
    const { out } = await check([
      { question: 'red \u001b[31m\nb.md:1: herring', expect: { text: ['\u202e'] } },
    ]);
    expect(out).toHaveLength(2);
    expect(out[0]).toContain('red \\u{1b}[31m\\u{a}b.md:1: herring');
    expect(out[0]).toContain('"\\u{202e}"');
  });

  test('that is a link out of the folder is not opened', async () => {
    await symlink('/etc/hostname', join(folder, 'questions.jsonl'));
    const { exitCode, out } = run();
    expect(out[0]).toMatch(/^questions\.jsonl:1: unexpected .*, expected .*$/u);
    expect(exitCode).toBe(1);
  });
});
