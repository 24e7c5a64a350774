import { describe, expect, test } from 'vitest';

import { parseCorpus } from '../../src/corpus/parse-corpus.ts';

import { blocksOf, outlineOf, readOne } from './read-one.ts';

function textsOf(path: string, text: string): readonly string[] {
  return blocksOf(readOne(path, text).article).map((block) => block.text);
}

function problemsOf(path: string, text: string): readonly string[] {
  return readOne(path, text).problems.map(({ line, severity, rule }) => `${line} ${severity} ${rule}`);
}

describe('front matter', () => {
  test('gives title, address, tags, language, date and aliases', () => {
    const { article, problems } = readOne(
      'articles/roles.md',
      '---\ntitle: Roles\nurl: https://example.org/roles\ntags: [help, roles]\nlanguage: es-MX\nupdated: 2026-01-20\naliases: ranks, colours\n---\n\nText.\n',
    );
    expect(problems).toEqual([]);
    expect(article).toMatchObject({
      id: 'articles/roles',
      title: 'Roles',
      url: 'https://example.org/roles',
      tags: ['help', 'roles'],
      language: 'es',
      updated: '2026-01-20',
      aliases: ['ranks', 'colours'],
    });
  });

  test('an unknown key is a warning at its line, and the file serves', () => {
    const text = '---\ntitle: Roles\ncolour: red\n---\nText.\n';
    expect(problemsOf('a.md', text)).toEqual(['3 warning unknown-key']);
    expect(readOne('a.md', text).article?.title).toBe('Roles');
  });

  test('a bad value is an error at its line, and all other keys serve', () => {
    const text = '---\ntitle: Roles\nupdated: yesterday\nurl: javascript:alert(1)\ntags: [a]\n---\nText.\n';
    expect(problemsOf('a.md', text)).toEqual(['3 error front-matter', '4 error front-matter']);
    expect(readOne('a.md', text).article).toMatchObject({
      title: 'Roles',
      updated: null,
      url: null,
      tags: ['a'],
    });
  });

  test.each([
    ['broken syntax', 'title: "Roles\n', 3],
    ['a list', '- title\n', 2],
    ['an alias', 'a: &a [x]\ntags: *a\n', 3],
    ['endless brackets', `tags: ${'['.repeat(5000)}\n`, 2],
    ['more than 16 KiB', `title: ${'x'.repeat(16 * 1024)}\n`, 1],
  ])('with %s is one error, and the text below still serves', (_, block, line) => {
    const text = `---\n${block}---\n\nThe text.\n`;
    expect(problemsOf('a.md', text)).toEqual([`${line} error front-matter`]);
    expect(textsOf('a.md', text)).toEqual(['The text.']);
  });

  test('that claims to be code is text like any other, and is never run', () => {
    expect(textsOf('a.md', '---js\nglobalThis.owned = true\n---\n\nText.\n')).toContain('Text.');
    expect('owned' in globalThis).toBe(false);
  });

  test('cannot reach into the prototypes of objects', () => {
    const polluted: Readonly<Record<string, unknown>> = {};
    parseCorpus([
      {
        path: 'a.md',
        text: '---\n__proto__: {owned: 1}\nconstructor: {prototype: {owned: 1}}\n---\nText.\n',
      },
      { path: 'b.json', text: '[{"question": "a", "answer": "b", "__proto__": {"owned": 1}}]' },
      { path: '__proto__.md', text: '# __proto__\n\nText.\n' },
    ]);
    expect(polluted['owned']).toBeUndefined();
  });

  test('is no ruled line above a blank line', () => {
    expect(textsOf('a.md', '---\n\nOne.\n\n---\n\nTwo.\n')).toEqual(['One.', 'Two.']);
  });
});

describe('titles', () => {
  test.each([
    [
      'front matter before a heading',
      'a.md',
      '---\ntitle: Named\n---\n\n# Heading\n\nText.',
      'Named',
      [['Heading']],
    ],
    ['the first heading of level one', 'a.md', 'Intro.\n\n# Heading\n\nText.', 'Heading', [[]]],
    ['the heading of a page before its title', 'a.html', '<title>T</title><h1>H</h1><p>x', 'H', [[]]],
    ['the title of a page', 'a.html', '<title>T\n t</title><p>x', 'T t', [[]]],
    ['the first line of plain text', 'a.txt', 'My club\n\nWe meet on Tuesdays.', 'My club', [[]]],
    ['else the name of the file', 'docs/news-article_2.md', 'Text.', 'News article 2', [[]]],
  ])('%s', (_, path, text, title, trails) => {
    const { article } = readOne(path, text);
    expect(article?.title).toBe(title);
    expect(outlineOf(article).map(({ trail }) => trail)).toEqual(trails);
  });
});

describe('Markdown', () => {
  test('is read as a reader sees it', () => {
    expect(
      textsOf(
        'a.md',
        'A *b* **c** `d` ~e~\nf [g](https://g.org) [h](./h.md) <https://i.org> ![j](j.png) k<!-- l --> &amp;\n\n[www.m.org](https://www.m.org/)\n',
      ),
    ).toEqual(['A b c d ~e~ f g (https://g.org) h https://i.org j k &', 'www.m.org']);
  });

  test('lists have an item a line, tables a row a line, code is as it is', () => {
    const text =
      '1. one\n   - two\n\n     three\n2. four\n\n| A | B |\n|---|---|\n| `a|b` | c |\n| **d** | |\n\n```md\n# no heading\n\n| x |\n```\n';
    expect(textsOf('a.md', text)).toEqual([
      '1. one\n  - two\n    three\n2. four',
      'A | B\n`a | b`\nd | ',
      '# no heading\n\n| x |',
    ]);
  });

  test('a heading trail names every heading above, whatever levels are left out', () => {
    const { article } = readOne(
      'a.md',
      '# T\n\n## A\n\n#### B\n\nx\n\n### C\n\ny\n\nD\n---\n\nz\n\n> ## quoted\n',
    );
    expect(outlineOf(article)).toEqual([
      { trail: ['A', 'B'], blocks: ['x'] },
      { trail: ['A', 'C'], blocks: ['y'] },
      { trail: ['D'], blocks: ['z', 'quoted'] },
    ]);
  });
});

describe('plain text', () => {
  test('wrapped by hand, with blank lines between paragraphs', () => {
    const text =
      'The rules\n\nEveryone is welcome here, but there are a few\nrules that all of us follow. Read them before\nyou post.\n\nBe kind\n-------\n\nNobody is insulted in this server, nor in any\nother place.\n\n* No spam\n* No links to\n  other servers\n';
    expect(outlineOf(readOne('a.txt', text).article)).toEqual([
      {
        trail: [],
        blocks: [
          'Everyone is welcome here, but there are a few rules that all of us follow. Read them before you post.',
        ],
      },
      {
        trail: ['Be kind'],
        blocks: [
          'Nobody is insulted in this server, nor in any other place.',
          '- No spam\n- No links to other servers',
        ],
      },
    ]);
  });

  test('verses and addresses are no headings', () => {
    const text =
      'We can be found at this place every day of the week.\n\nThe Chess Club\n12 Main Street\nSpringfield\n\nRoses are red\nViolets are blue\n';
    expect(outlineOf(readOne('a.txt', text).article)).toEqual([
      {
        trail: [],
        blocks: [
          'We can be found at this place every day of the week.',
          'The Chess Club\n12 Main Street\nSpringfield',
          'Roses are red\nViolets are blue',
        ],
      },
    ]);
  });
});

describe('HTML', () => {
  test('what a reader does not see is left out', () => {
    const text =
      '<head><style>a</style></head><nav>b</nav><script>c</script><!-- d --><p hidden>e</p><template>f</template><p>Seen &amp;\n  <em>read</em>.</p>';
    expect(textsOf('a.html', text)).toEqual(['Seen & read.']);
  });

  test('the language that the page states counts', () => {
    expect(readOne('a.html', '<html lang="de-AT"><p>Ok.').article?.language).toBe('de');
  });

  test.each([95, 100_000])('%i nested elements do not end the process', (depth) => {
    const text = `${'<div>'.repeat(depth)}<p>Text.</p>`;
    expect(problemsOf('a.html', text)).toEqual(depth > 100 ? ['1 error deep-nesting'] : []);
    expect(textsOf('a.html', text)).toEqual(depth > 100 ? [] : ['Text.']);
  });
});

describe('the corpus', () => {
  const files = [
    { path: 'b.md', text: '# B\n\nText.\n' },
    { path: 'a.txt', text: 'The file with this name that is not used.\n' },
    { path: 'a.md', text: '# A\n\nText.\n\n## FAQ\n\n### Why?\n' },
    { path: 'empty.md', text: '\n' },
  ];

  test('is the same whatever the order of the files; of two files with one name the first serves', () => {
    const corpus = parseCorpus(files);
    expect(parseCorpus(files.toReversed())).toEqual(corpus);
    expect(corpus.documents.map(({ id }) => id)).toEqual(['a', 'a#why', 'b']);
    expect(corpus.problems).toEqual([
      expect.objectContaining({ path: 'a.md', line: 7, rule: 'unanswered-question' }),
      {
        path: 'a.txt',
        line: 1,
        severity: 'error',
        rule: 'duplicate-id',
        message: 'unexpected second file of this name beside "a.md", expected a name of its own',
      },
      expect.objectContaining({ path: 'empty.md', severity: 'warning', rule: 'empty-file' }),
    ]);
  });

  test('has the language that each text is written in', () => {
    expect(readOne('a.md', 'Los miembros pueden pedir un rol en el canal de ayuda.').article?.language).toBe(
      'es',
    );
    expect(readOne('a.md', 'The members can ask for a role in the help channel.').article?.language).toBe(
      'en',
    );
  });
});
