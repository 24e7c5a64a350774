import { describe, expect, test } from 'vitest';

import { outlineOf, readOne } from './read-one.ts';

type Pairs = readonly (readonly [string, readonly string[]])[];

function pairsOf(path: string, text: string): Pairs {
  return readOne(path, text).entries.map((entry) => [
    entry.question,
    entry.answer.map((block) => block.text),
  ]);
}

const twoPairs: Pairs = [
  ['Can I come along?', ['Yes.']],
  ['Is it free?', ['It is,', 'for all.']],
];

describe('files in a folder faq', () => {
  test('every second-level heading is a question, also without a question mark, and its body the answer', () => {
    const text =
      '# Help\n\nWelcome.\n\n## Refunds\n\nWithin a week.\n\n### How\n\nBy mail.\n\n## Who?\n\nAnyone.\n';
    expect(pairsOf('docs/FAQ/help.md', text)).toEqual([
      ['Refunds', ['Within a week.', 'How', 'By mail.']],
      ['Who?', ['Anyone.']],
    ]);
    expect(outlineOf(readOne('docs/faq/help.md', text).article)).toEqual([
      { trail: [], blocks: ['Welcome.'] },
    ]);
  });

  test('a heading above questions groups them and stands in their heading trail', () => {
    const { entries } = readOne(
      'faq/help.md',
      '# Help\n\n## Money\n\n### Is it free?\n\nYes.\n\n## Who?\n\nAnyone.\n',
    );
    expect(entries.map(({ question, headingTrail }) => [question, headingTrail])).toEqual([
      ['Is it free?', ['Money']],
      ['Who?', []],
    ]);
  });

  test('a question asked twice is two entries with anchors of their own', () => {
    const { entries } = readOne('faq/help.md', '## Who?\n\nAnyone.\n\n## Who?\n\nEveryone.\n');
    expect(entries.map(({ id }) => id)).toEqual(['faq/help#who', 'faq/help#who-1']);
  });
});

describe('an FAQ section in an article', () => {
  test.each([
    [
      'sub-headings',
      'a.md',
      '## FAQ\n\n### Can I come along?\n\nYes.\n\n### Is it free?\n\nIt is,\n\nfor all.\n\n## After\n\nText.\n',
    ],
    [
      'paragraphs',
      'a.md',
      '## FAQ\n\nCan I come along?\n\nYes.\n\nIs it free?\n\nIt is,\n\nfor all.\n\n## After\n\nText.\n',
    ],
    [
      'bold lines',
      'a.md',
      '## FAQ\n\n**Can I come along?**\nYes.\n\n**Is it free?**\nIt is,\n\nfor all.\n\n## After\n\nText.\n',
    ],
    [
      'Q: and A:',
      'a.md',
      '## FAQ\n\nQ: Can I come along?\nA: Yes.\n\nQ: Is it free?\nA: It is,\n\nfor all.\n\n## After\n\nText.\n',
    ],
    [
      'P: and R:',
      'a.md',
      '## FAQ\n\n**P:** Can I come along?\n**R:** Yes.\n\nP: Is it free?\n\nR: It is,\n\nfor all.\n\n## After\n\nText.\n',
    ],
    [
      'details',
      'a.md',
      '## FAQ\n\n<details>\n<summary>Can I come along?</summary>\n\nYes.\n\n</details>\n<details><summary>Is it free?</summary>\n\nIt is,\n\nfor all.\n\n</details>\n\n## After\n\nText.\n',
    ],
    [
      'lines of plain text',
      'a.txt',
      'It begins here.\nFAQ\nCan I come along?\nYes.\nIs it free?\nIt is,\n\nfor all.\nAfter\nText goes on.\n',
    ],
    [
      'dt and dd',
      'a.html',
      '<h2>FAQ</h2><dl><dt>Can I come along?<dd>Yes.<dt>Is it free?<dd><p>It is,<p>for all.</dl><h2>After</h2>Text.',
    ],
    [
      'HTML sub-headings',
      'a.html',
      '<h2>FAQ</h2><h3>Can I come along?</h3><p>Yes.<h3>Is it free?</h3><p>It is,<p>for all.<h2>After</h2>Text.',
    ],
    [
      'bold HTML lines',
      'a.html',
      '<h2>FAQ</h2><p><b>Can I come along?</b><br>Yes.<p><b>Is it free?</b><br>It is,<p>for all.<h2>After</h2>Text.',
    ],
  ])('questions as %s; it ends at the next heading of its level', (_, path, text) => {
    expect(pairsOf(path, text)).toEqual(twoPairs);
    expect(outlineOf(readOne(path, text).article).at(-1)?.trail).toEqual(['After']);
  });

  test.each([
    'Frequently Asked Questions',
    'FREQUENTLY ASKED QUESTIONS:',
    'FAQ',
    'FAQs',
    'F.A.Q.',
    'Frequently asked questions (FAQ)',
    'Preguntas frecuentes',
    'PREGUNTAS MÁS FRECUENTES:',
    'Q&A',
  ])('is headed "%s"', (heading) => {
    expect(pairsOf('a.md', `# T\n\n## ${heading}\n\n### Why?\n\nSo.\n`)).toEqual([['Why?', ['So.']]]);
  });

  test('is not headed by a sentence about FAQs', () => {
    expect(pairsOf('a.md', '# T\n\n## How we wrote the FAQ\n\n### Why?\n\nSo.\n')).toEqual([]);
  });

  test('that holds no question is an ordinary section', () => {
    const { article, entries } = readOne('a.md', '# T\n\n## FAQ\n\nSee the other page.\n');
    expect(entries).toEqual([]);
    expect(outlineOf(article)).toEqual([{ trail: ['FAQ'], blocks: ['See the other page.'] }]);
  });

  test('an answer that asks something in passing stays one answer', () => {
    expect(pairsOf('a.md', '## FAQ\n\n### Is it free?\n\nWhy would it not be?\n\nCome along.\n')).toEqual([
      ['Is it free?', ['Why would it not be?', 'Come along.']],
    ]);
  });
});

describe('aliases', () => {
  test.each([
    ['one after the other', 'alias: who is it\naliases: what is it'],
    ['separated by bars', 'aliases: who is it | what is it'],
    ['separated by semicolons', 'Aliases: who is it; what is it;'],
    ['separated by commas', 'aliases: "who is it", “what is it”, who is it'],
    ['in bold', '**Aliases:** who is it | what is it'],
    ['as a list', 'aliases:\n\n- who is it\n- what is it'],
    ['in several paragraphs', 'alias: who is it\n\nalias: what is it'],
  ])('%s', (_, lines) => {
    for (const gap of ['\n\n', '\n']) {
      const [entry] = readOne(
        'faq/a.md',
        `## Who?\n\n${lines}${gap === '\n' && lines.includes('- ') ? '\n\n' : gap}It is me.\n`,
      ).entries;
      expect(entry?.aliases).toEqual(['who is it', 'what is it']);
      expect(entry?.answer.map((block) => block.text)).toEqual(['It is me.']);
    }
  });

  test('after each question mark, so that a comma inside a question separates nothing', () => {
    const [entry] = readOne(
      'faq/a.md',
      '## Who?\n\naliases: if not me, who? ¿quién? who else?\n\nMe.\n',
    ).entries;
    expect(entry?.aliases).toEqual(['if not me, who?', '¿quién?', 'who else?']);
  });

  test('a question that has aliases only is open', () => {
    const { entries, problems } = readOne('faq/a.md', '## Who?\n\naliases: what\n');
    expect(entries.map(({ answer }) => answer)).toEqual([[]]);
    expect(problems.map(({ line, severity, rule }) => [line, severity, rule])).toEqual([
      [1, 'warning', 'unanswered-question'],
    ]);
  });
});

describe('FAQ lists', () => {
  const yaml =
    '- question: How?\n  aliases: [in what way, by which means]\n  answer: |\n    First *this*.\n\n    - a\n  tags: [help]\n  url: https://example.org/how\n- question: Why?\n  answer:\n';

  test('in YAML and in JSON read the same', () => {
    const json =
      '[{"question": "How?", "aliases": ["in what way", "by which means"],\n"answer": "First *this*.\\n\\n- a", "tags": ["help"], "url": "https://example.org/how"},\n{"question": "Why?", "answer": ""}]';
    for (const [path, text] of [
      ['a.yaml', yaml],
      ['a.yml', yaml],
      ['a.json', json],
    ] as const) {
      const { entries } = readOne(path, text);
      expect(
        entries.map(({ question, aliases, tags, url, answer }) => ({
          question,
          aliases,
          tags,
          url,
          answer: answer.map((block) => block.text),
        })),
      ).toEqual([
        {
          question: 'How?',
          aliases: ['in what way', 'by which means'],
          tags: ['help'],
          url: 'https://example.org/how',
          answer: ['First this.', '- a'],
        },
        { question: 'Why?', aliases: [], tags: [], url: null, answer: [] },
      ]);
    }
  });

  test('a bad entry is reported with its line, and all others serve', () => {
    const { entries, problems } = readOne(
      'a.yaml',
      `${yaml}- answer: no question\n- question: Odd?\n  answer: Yes.\n  url: nowhere\n  colour: red\n- 7\n`,
    );
    expect(entries.map(({ question, url }) => [question, url])).toEqual([
      ['How?', 'https://example.org/how'],
      ['Why?', null],
      ['Odd?', null],
    ]);
    expect(problems.map(({ line, severity, message }) => `${line} ${severity} ${message}`)).toEqual([
      '9 warning unexpected question without an answer "Why?", expected its answer below it',
      '11 error unexpected value of "question", expected text',
      '14 error unexpected value of "url", expected an address such as https://example.org/page',
      '15 warning unexpected key "colour", expected one of question, aliases, answer, tags, url, channels, roles',
      '16 error unexpected value without keys, expected question, aliases, answer, tags, url, channels, roles',
    ]);
  });

  test('each entry of a list that mixes languages has its own', () => {
    const { entries } = readOne(
      'a.yaml',
      '- question: How do I get into the server of the community?\n  answer: Ask one of the people in the team for an invitation.\n- question: ¿Cómo puedo entrar en el servidor de la comunidad?\n  answer: Pide una invitación a una de las personas del equipo.\n',
    );
    expect(entries.map(({ language }) => language)).toEqual(['en', 'es']);
  });

  test.each([
    ['no list', 'question: How?\nanswer: So.\n', 1],
    ['broken syntax', '- question: How?\n  answer: "So.\n- x: [\n', 4],
    ['a YAML bomb', 'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n', 2],
    ['brackets without end', `- a\n- ${'['.repeat(5000)}\n`, 2],
    ['nothing but lists', '- '.repeat(50_000), 1],
    ['lists without end', `- a\n${'- '.repeat(5000)}\n`, 2],
  ])('%s is one error with its line', (_, text, line) => {
    const { entries, problems } = readOne('a.yaml', text);
    expect(entries).toEqual([]);
    expect(problems.map((problem) => [problem.line, problem.severity, problem.rule])).toEqual([
      [line, 'error', 'faq-list'],
    ]);
  });
});
