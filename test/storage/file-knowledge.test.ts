import { execFileSync } from 'node:child_process';
import { appendFile, mkdir, mkdtemp, rename, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { createFileKnowledge } from '../../src/storage/file-knowledge.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footnote-knowledge-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function put(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
}

async function readPaths(): Promise<readonly string[]> {
  return (await createFileKnowledge({ folder }).read()).files.map((file) => file.path);
}

async function readProblems(): Promise<readonly (readonly [string, string])[]> {
  const { problems } = await createFileKnowledge({ folder }).read();
  return problems.map((problem) => [problem.path, problem.rule]);
}

async function readText(content: Uint8Array): Promise<string | undefined> {
  await put('a.txt', content);
  return (await createFileKnowledge({ folder }).read()).files[0]?.text;
}

describe('which files are read', () => {
  test('every readable file at any depth, in path order', async () => {
    await put('faq/b.md', 'b');
    await put('faq/a.yaml', 'a');
    await put('deep/er/c.html', 'c');
    await put('Z.txt', 'z');
    expect(await readPaths()).toEqual(['Z.txt', 'deep/er/c.html', 'faq/a.yaml', 'faq/b.md']);
  });

  test('hidden files, node_modules and pictures are passed over in silence', async () => {
    await put('.git/a.md', 'x');
    await put('.hidden.md', 'x');
    await put('node_modules/p/README.md', 'x');
    await put('picture.png', 'x');
    await put('records.jsonl', '{}');
    await put('a.md', 'x');
    expect(await readPaths()).toEqual(['a.md']);
    expect(await readProblems()).toEqual([]);
  });

  test('none of them is a warning, since somebody may have named the wrong folder', async () => {
    expect(await readProblems()).toEqual([['.', 'empty-folder']]);
    await put('a.md', '# A');
    expect(await readProblems()).toEqual([]);
  });

  test('a document that first has to be saved as text gets a warning', async () => {
    await put('rules.docx', 'x');
    await put('rules.PDF', 'x');
    const { files, problems } = await createFileKnowledge({ folder }).read();
    expect(files).toEqual([]);
    expect(problems.map(({ path, severity, rule }) => [path, severity, rule])).toEqual([
      ['rules.PDF', 'warning', 'unsupported-file'],
      ['rules.docx', 'warning', 'unsupported-file'],
    ]);
  });

  test.each([-1, 0, 1])('a file of 1 MiB and %i bytes', async (more) => {
    await put('large.md', 'x'.repeat(1024 * 1024 + more));
    await put('small.md', 'x');
    expect(await readPaths()).toEqual(more > 0 ? ['small.md'] : ['large.md', 'small.md']);
    expect(await readProblems()).toEqual(more > 0 ? [['large.md', 'large-file']] : []);
  });

  test('folders below 32 others are left out, with a problem', async () => {
    const levels = (count: number): string => Array.from({ length: count }, () => 'd').join('/');
    await put(`${levels(32)}/in.md`, 'x');
    await put(`${levels(33)}/out.md`, 'x');
    expect(await readPaths()).toEqual([`${levels(32)}/in.md`]);
    expect(await readProblems()).toEqual([[levels(33), 'deep-folder']]);
  });

  test('links are followed to files inside of the folder only', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'footnote-outside-'));
    await writeFile(join(outside, 'secret.md'), 'secret');
    await put('real.md', 'real');
    await symlink(join(folder, 'real.md'), join(folder, 'inside.md'));
    await symlink(join(outside, 'secret.md'), join(folder, 'outside.md'));
    await symlink(outside, join(folder, 'outside-folder'));
    await symlink(folder, join(folder, 'circle'));
    await symlink('/nowhere.md', join(folder, 'broken.md'));
    expect(await readPaths()).toEqual(['inside.md', 'real.md']);
    expect(await readProblems()).toEqual([
      ['broken.md', 'linked-file'],
      ['circle', 'linked-file'],
      ['outside-folder', 'linked-file'],
      ['outside.md', 'linked-file'],
    ]);
    await rm(outside, { recursive: true });
  });

  test('a pipe is set aside and does not hold up the reading', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe.md')]);
    await put('a.md', 'x');
    expect(await readPaths()).toEqual(['a.md']);
    expect(await readProblems()).toEqual([['pipe.md', 'not-a-file']]);
  });

  test.skipIf(process.getuid?.() === 0)('a file without permission is set aside', async () => {
    await put('a.md', 'x');
    execFileSync('chmod', ['000', join(folder, 'a.md')]);
    expect(await readProblems()).toEqual([['a.md', 'unreadable-file']]);
  });

  test('a missing folder is one plain sentence that names it', async () => {
    const missing = join(folder, 'missing');
    await expect(createFileKnowledge({ folder: missing }).read()).rejects.toThrow(
      `The knowledge folder "${missing}" does not exist: create it, or name another one with KNOWLEDGE_DIR or --knowledge.`,
    );
    await put('file.md', 'x');
    await expect(createFileKnowledge({ folder: join(folder, 'file.md') }).read()).rejects.toThrow(
      /is a file/u,
    );
  });
});

describe('how bytes become text', () => {
  test('UTF-8 with and without byte order mark', async () => {
    expect(await readText(Buffer.from('\uFEFFañil'))).toBe('añil');
    expect(await readText(Buffer.from('añil'))).toBe('añil');
  });

  test('UTF-16 with byte order mark', async () => {
    const little = Buffer.from('\uFEFFañil 日本', 'utf16le');
    expect(await readText(little)).toBe('añil 日本');
    expect(await readText(Buffer.from(little).swap16())).toBe('añil 日本');
  });

  test('Windows-1252, which many Spanish files still are', async () => {
    const text = 'La inscripción está abierta; el año próximo habrá más plazas para niños y niñas.\n';
    expect(await readText(Buffer.from(text.repeat(5), 'latin1'))).toBe(text.repeat(5));
  });

  test('Windows and old Mac line ends become one kind', async () => {
    expect(await readText(Buffer.from('a\r\nb\rc\n'))).toBe('a\nb\nc\n');
  });

  test('bytes with NUL are no text and are set aside', async () => {
    await put('a.md', Buffer.from([0x23, 0x20, 0x00, 0x41]));
    await put('b.md', 'x');
    expect(await readPaths()).toEqual(['b.md']);
    expect(await readProblems()).toEqual([['a.md', 'unreadable-text']]);
  });
});

describe('a file that changes while it is read', () => {
  test('is read whole, old or new, never a mixture', async () => {
    const versions = ['old ', 'new '].map((word) => word.repeat(100_000));
    await put('a.md', versions[0] ?? '');
    const stop = new AbortController();
    const writing = (async () => {
      for (let round = 0; !stop.signal.aborted; round += 1) {
        await writeFile(join(folder, '.next'), versions[round % 2] ?? '');
        await rename(join(folder, '.next'), join(folder, 'a.md'));
      }
    })();
    for (let round = 0; round < 50; round += 1) {
      const { files } = await createFileKnowledge({ folder }).read();
      for (const file of files) expect(versions).toContain(file.text);
    }
    stop.abort();
    await writing;
  });
});

describe('watching', () => {
  const waiting = { timeout: 10_000, interval: 50 };

  test('tells of files that are added, changed, renamed and removed, also in new folders', async () => {
    await put('a.md', 'one');
    const knowledge = createFileKnowledge({ folder });
    let seen: readonly string[] = [];
    const stop = await knowledge.watch(() => {
      void knowledge.read().then(({ files }) => {
        seen = files.map(({ path, text }) => `${path}: ${text}`);
      });
    });
    const steps: readonly (readonly [() => Promise<void>, readonly string[]])[] = [
      [() => put('new/folder/b.md', 'b'), ['a.md: one', 'new/folder/b.md: b']],
      [() => appendFile(join(folder, 'a.md'), ' two'), ['a.md: one two', 'new/folder/b.md: b']],
      [() => rename(join(folder, 'a.md'), join(folder, 'c.md')), ['c.md: one two', 'new/folder/b.md: b']],
      [() => unlink(join(folder, 'c.md')), ['new/folder/b.md: b']],
    ];
    for (const [step, expected] of steps) {
      await step();
      await vi.waitFor(() => {
        expect(seen).toEqual(expected);
      }, waiting);
    }
    await stop();
  });

  test('calls only after a file that is being written has come to rest', async () => {
    const seen: string[] = [];
    const knowledge = createFileKnowledge({ folder });
    const stop = await knowledge.watch(() => {
      void knowledge.read().then(({ files }) => seen.push(...files.map((file) => file.text)));
    });
    for (let part = 0; part < 10; part += 1) {
      await appendFile(join(folder, 'a.md'), 'x'.repeat(10_000));
    }
    await vi.waitFor(() => {
      expect(seen).not.toEqual([]);
    }, waiting);
    await stop();
    expect(seen[0]).toHaveLength(100_000);
  });
});
