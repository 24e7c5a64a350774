import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';
import { programOf } from './support/program.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footnote-check-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

interface Finished {
  readonly exitCode: number | null;
  readonly out: readonly string[];
  readonly error: string;
}

function check(options: readonly string[], environment: Readonly<Record<string, string>> = {}): Finished {
  const { status, stdout, stderr } = spawnSync(process.execPath, [programOf('check'), ...options], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...environment },
  });
  return { exitCode: status, out: stdout.trimEnd().split('\n'), error: stderr };
}

test('every problem is one line, by path and line, then a summary; errors end with exit code 1', async () => {
  await writeFile(join(folder, 'b.md'), '---\ncolour: red\nupdated: soon\n---\n\n## FAQ\n\n### Why?\n');
  await writeFile(join(folder, 'a.docx'), 'x');
  expect(check(['--knowledge', folder])).toEqual({
    exitCode: 1,
    error: '',
    out: [
      'a.docx:1: unexpected .docx file, expected it saved as .md, .txt or .html (unsupported-file)',
      'b.md:2: unexpected key "colour", expected one of title, url, tags, language, updated, review, aliases, channels, roles, server, entry (unknown-key)',
      'b.md:3: unexpected value of "updated", expected a date such as 2026-01-31 (front-matter)',
      'b.md:8: unexpected question without an answer "Why?", expected its answer below it (unanswered-question)',
      '1 file, 0 articles, 1 FAQ entry, 1 error, 3 warnings',
    ],
  });
});

test('warnings alone end with exit code 0; the folder may come from KNOWLEDGE_DIR', async () => {
  await writeFile(join(folder, 'b.md'), '## FAQ\n\n### Why?\n');
  const { exitCode, out } = check([], { KNOWLEDGE_DIR: folder });
  expect(exitCode).toBe(0);
  expect(out.at(-1)).toBe('1 file, 0 articles, 1 FAQ entry, 0 errors, 1 warning');
});

test('a file name or a question cannot forge a line or colour the terminal', async () => {
  await writeFile(join(folder, 'a\nb.md'), '## FAQ\n\n### Why \u001b[31mred\u202e?\n');
  const { out } = check(['--knowledge', folder]);
  expect(out).toHaveLength(2);
  expect(out[0]).toBe(
    'a\\u{a}b.md:3: unexpected question without an answer "Why \\u{1b}[31mred\\u{202e}?", expected its answer below it (unanswered-question)',
  );
});

test.each([
  ['an unknown option', ['--colour'], /^unknown option '--colour'\n$/u],
  ['a word too many', ['knowledge'], /^too many arguments.*\n$/u],
  [
    'a missing folder',
    ['--knowledge', '/nowhere'],
    /^The knowledge folder "\/nowhere" does not exist: .*\.\n$/u,
  ],
])('%s is one sentence on standard error and exit code 2', (_, options, sentence) => {
  const { exitCode, out, error } = check(options);
  expect(exitCode).toBe(2);
  expect(out).toEqual(['']);
  expect(error).toMatch(sentence);
});

test('the knowledge that comes with Footnote has one warning: the question that it leaves open', () => {
  const { exitCode, out } = check([]);
  expect(exitCode).toBe(0);
  expect(out).toHaveLength(2);
  expect(out[0]).toMatch(/^articles\/extraditions-2026\.md:\d+: .* \(unanswered-question\)$/u);
});
