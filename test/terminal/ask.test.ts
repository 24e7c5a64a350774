import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';

import { KnowledgeFolder } from '../support/knowledge-folder.ts';
import { runTerminal } from '../support/run-terminal.ts';

let folder: KnowledgeFolder;

beforeAll(async () => {
  folder = await KnowledgeFolder.create({
    'faq/library.md':
      '---\ntitle: The library\nurl: https://example.org/help\n---\n\n## How many books may I borrow?\n\nBring your card. Each reader may borrow seven books.\n\n## Will there be tea?\n',
    'faq/mars.md': '---\ntitle: "\\e[31mMars"\n---\n\n## Red?\n',
    'articles/map-room.md':
      '# The map room\n\n## Opening a drawer\n\nAsk the keeper for the brass key before you open a drawer of maps.\n',
  });
});

afterAll(async () => {
  await folder.remove();
});

/** The shape that other programs rely on: these keys and no others. */
const answerJson = z.strictObject({
  question: z.string(),
  outcome: z.enum(['answered', 'suggested', 'unanswered']),
  confidence: z.number().min(0).max(1),
  snippets: z.array(
    z.strictObject({
      text: z.string(),
      answer: z.strictObject({ start: z.number(), end: z.number() }),
      entry: z.string().nullable(),
      citation: z.strictObject({
        title: z.string(),
        headingTrail: z.array(z.string()),
        path: z.string(),
        lines: z.tuple([z.number(), z.number()]),
        url: z.string().nullable(),
      }),
    }),
  ),
  related: z.array(z.string()),
  tookMs: z.number().min(0),
});

/** What `--explain` adds: one more key. */
const explainedJson = answerJson.extend({
  reasons: z.strictObject({
    by: z.enum(['name', 'courtesy', 'openQuestion', 'confidence']),
    passage: z.string().nullable(),
    thresholds: z.strictObject({ answered: z.number(), suggested: z.number() }).nullable(),
    respelled: z.array(z.string()),
    list: z.array(
      z.looseObject({ kind: z.string(), effect: z.enum(['for', 'against']), weight: z.number() }),
    ),
  }),
});

function ask(options: readonly string[], input = ''): ReturnType<typeof runTerminal> {
  return runTerminal('ask', ['--knowledge', folder.path, ...options], { input });
}

function askJson(...questions: readonly string[]): readonly z.infer<typeof answerJson>[] {
  const { exitCode, out, error } = ask(['--json'], questions.join('\n'));
  expect([exitCode, error]).toEqual([0, '']);
  return out
    .trimEnd()
    .split('\n')
    .map((line) => answerJson.parse(JSON.parse(line)));
}

test('an answer is quoted with its sentence marked, and its footnote names the place', () => {
  const { exitCode, out, error } = ask(['how many books', 'may I', 'borrow']);
  expect([exitCode, error]).toEqual([0, '']);
  expect(out.split('\n')).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^How many books may I borrow\?$/u),
      expect.stringMatching(/\*Each reader may borrow seven books\.\* /u),
      expect.stringMatching(/The library.*faq\/library\.md.*https:\/\/example\.org\/help#/u),
    ]),
  );
});

test('what is not in the knowledge is said to be not there, with what is there, in the language of the terminal', () => {
  const english = ask(['asdfghjkl']).out;
  const spanish = runTerminal('ask', ['--knowledge', folder.path, 'asdfghjkl'], {
    env: { LANG: 'es_MX.UTF-8' },
  }).out;
  // The escape character in the title of mars.md is not printed.
  const topics = 'The map room · The library · [31mMars';
  expect(english).toBe(`I have nothing on that.\nI know about: ${topics}.\n\n`);
  expect(spanish).toBe(`No tengo nada sobre eso.\nSé algo de: ${topics}.\n\n`);
});

test('a question that the knowledge leaves open is named with its place, and no control character of it is printed', () => {
  const { out } = ask(['is there going to be tea']);
  expect(out.split('\n')).toEqual(
    expect.arrayContaining([
      'Will there be tea?',
      expect.stringMatching(/^ {2}This is raised in The library, which/u),
    ]),
  );
  expect(ask(['Red?']).out).toMatch(/^Red\?\n {2}This is raised in \[31mMars, which/u);
});

describe('--json', () => {
  test('prints exactly the promised keys, one object a line for each line of input that has words', () => {
    const answers = askJson(
      'how many books may I borrow',
      '',
      '  Opening a drawer ',
      'Will there be tea?',
      '🎉',
    );
    expect(answers).toMatchObject([
      {
        question: 'how many books may I borrow',
        outcome: 'answered',
        confidence: 1,
        snippets: [
          {
            text: 'Bring your card. Each reader may borrow seven books.',
            answer: { start: 17, end: 52 },
            entry: 'How many books may I borrow?',
            citation: {
              title: 'The library',
              path: 'faq/library.md',
              lines: [8, 8],
              url: 'https://example.org/help#how-many-books-may-i-borrow',
            },
          },
        ],
      },
      {
        question: 'Opening a drawer',
        outcome: 'answered',
        snippets: [
          {
            entry: null,
            citation: { title: 'The map room', headingTrail: ['Opening a drawer'], lines: [5, 5], url: null },
          },
        ],
      },
      {
        question: 'Will there be tea?',
        outcome: 'unanswered',
        snippets: [
          { text: 'Will there be tea?', entry: 'Will there be tea?', citation: { lines: [10, 10] } },
        ],
      },
      { question: '🎉', outcome: 'unanswered', snippets: [], related: [] },
    ]);
  });

  test('an input without a last line end, with Windows line ends or without lines at all is read as well', () => {
    expect(askJson('tea\r', 'key\r').map(({ question }) => question)).toEqual(['tea', 'key']);
    expect(ask(['--json'], '\n\n')).toEqual({ exitCode: 0, out: '', error: '' });
  });
});

describe('--explain', () => {
  test('says below the answer what speaks for it and against it, where it stands, and how sure it has to be', () => {
    const { exitCode, out, error } = ask(['--explain', 'which keper opens a drawer of maps in 2019?']);
    expect([exitCode, error]).toEqual([0, '']);
    expect(out.split('\n')).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/\d%.*\d%/u),
        expect.stringMatching(
          /^The passage: The map room › Opening a drawer · line 5 · articles\/map-room\.md$/u,
        ),
        '  · Read as: keeper',
        expect.stringMatching(/^ {2}\+ .*\bkeeper\b/u),
        expect.stringMatching(/^ {2}− .*\b2019\b/u),
      ]),
    );
  });

  test('says what decided when no confidence did, and answers a terminal in its language', () => {
    expect(ask(['--explain', 'opening a drawer']).out).toContain(
      'That is the exact name of an entry or a section',
    );
    const options = ['--knowledge', folder.path, '--explain', 'opening a drawer'];
    const { out } = runTerminal('ask', options, { env: { LANG: 'es_ES.UTF-8' } });
    expect(out).toContain('Es el nombre exacto de una entrada o una sección');
  });

  test('gives each question its own reasons', () => {
    const { out } = ask(['--explain'], 'opening a drawer\nthank you\n');
    expect(out.indexOf('exact name')).toBeLessThan(out.indexOf('That is a greeting'));
  });

  test('adds one key to --json, with the thresholds and a list of reasons', () => {
    const { out } = ask(['--json', '--explain', 'which key opens a drawer of maps in 2019?']);
    const { reasons } = explainedJson.parse(JSON.parse(out));
    expect(reasons).toMatchObject({ by: 'confidence', passage: 'articles/map-room#opening-a-drawer' });
    expect(reasons.thresholds).not.toBeNull();
    expect(reasons.list).toContainEqual(
      expect.objectContaining({ kind: 'missingNames', words: ['2019'], effect: 'against' }),
    );
  });
});

test('a question may begin with a dash behind two dashes', () => {
  const { exitCode, out } = ask(['--json', '--', '--borrow', 'books']);
  expect(exitCode).toBe(0);
  expect(answerJson.parse(JSON.parse(out)).question).toBe('--borrow books');
});

test('the folder may come from KNOWLEDGE_DIR', () => {
  const { out } = runTerminal('ask', ['--json', 'Opening a drawer'], { env: { KNOWLEDGE_DIR: folder.path } });
  expect(answerJson.parse(JSON.parse(out)).outcome).toBe('answered');
});

test.each([
  ['an unknown option', ['--colour', 'red'], /^unknown option '--colour'[^\n]*\n$/u],
  [
    'a folder that is not there',
    ['--knowledge', '/nowhere', 'a'],
    /^The knowledge folder "\/nowhere" does not exist: [^\n]*\.\n$/u,
  ],
  ['a question without a letter', ['', ' '], /^The question is empty: write one\.\n$/u],
  ['an option without its value', ['--knowledge'], /^option '--knowledge <folder>' argument missing\n$/u],
])('%s is one sentence on standard error and exit code 2', (_, options, sentence) => {
  const { exitCode, out, error } = runTerminal('ask', options);
  expect([exitCode, out]).toEqual([2, '']);
  expect(error).toMatch(sentence);
});

test('--help explains itself and is no mistake', () => {
  const { exitCode, out, error } = runTerminal('ask', ['--help']);
  expect([exitCode, error]).toEqual([0, '']);
  expect(out).toContain('--knowledge');
});
