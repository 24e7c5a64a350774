import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Block, Document } from '../../src/corpus/document.ts';
import { parseCorpus } from '../../src/corpus/parse-corpus.ts';

import { lineOfWord } from './read-one.ts';

// Every "%" becomes a word of its own that a reader sees, every "§" one that no reader sees.
const markdown = [
  '# % %',
  '## %',
  '### % `%`',
  '%\n%',
  '% *%* `% %` [%](https://example.org/%) %\n% %',
  '`%\n%\n%` %\n%',
  '[%\n%](https://example.org/%\n"§\n§") %\n%',
  '[%](../§) [%](#§) %',
  '![%\n%](§.png) %\n%',
  '- %\n  %\n  - %\n\n    %\n- %\n%',
  '1. %\n2. %\n   ```\n   %\n\n   %\n   ```\n   | % | % |\n   | --- | --- |\n   | % | % |',
  '* %\n\n* %\n\n  > %\n  > %',
  '> %\n> %\n>\n> - %\n>\n> ## %',
  '| % | % |\n| --- | --- |\n| `%` | **%** |\n| % | |',
  '```js\n%\n\n  %\n# %\n```',
  '    %\n    %',
  '%\n%\n===',
  '%\n---',
  '<!-- §\n§ -->\n\n%',
  '<details>\n<summary>%\n%</summary>\n\n%\n%\n\n</details>',
  '<div>\n%\n<p>%\n%</p></div>',
  '%  \n%\\\n%',
  '% <b>%\n%</b><!-- §\n§ --> %\n% <br> %',
  '&amp; % &lt;\n% &copy; \\*%\\*\n%',
  '# FAQ\n\n## %?\n\n%\n%\n\n## %?\n\n- %\n- %\n\n```\n%\n```',
  '## FAQ:\n\n%?\n%\n%\n\n%?\n\n%',
  '## FAQ\n\nQ: %?\nA: %\n%\n\nQ: % % ?\n\nA: %\n\n%',
  '---\n\n% ^[^1]\n\n[^1]: % %\n    %',
];

const html = [
  '<h1>%\n%</h1>',
  '<h2>% <em>%</em></h2>',
  '<p>%\n% <b>%\n%</b>&amp;% <a href="https://example.org/">%\n%</a>. <a href="https://example.org/%">%</a><br>%\n%</p>',
  '<ul>\n<li>%\n%<ul><li>%\n</li><li>%</li></ul></li>\n<li><p>%</p>\n<p>%</p></li></ul>',
  '<ol start="3"><li>%</li>\n<li>%<pre>%\n  %</pre></li></ol>',
  '<table>\n<tr><th>%</th><th>%</th></tr>\n<tr><td>%\n%</td>\n<td>%</td></tr></table>',
  '<table><tr><td><h2>%</h2>\n%</td></tr></table>',
  '<pre>\n%\n  %\n\n%</pre>',
  '<!-- §\n§ --><script>§\n§</script><nav>§</nav><p hidden>§</p>%\n%',
  '<div><section>%\n<div>%</div>\n%</section>%</div>',
  '<dl><dt>%\n%</dt>\n<dd>%\n%</dd></dl>',
  '<h2>FAQ</h2><dl><dt>%\n%?</dt>\n<dd>%\n%<ul><li>%</li></ul></dd>\n<dt>%</dt></dl>',
  '<h2>Preguntas frecuentes</h2>\n<details><summary>%?</summary>\n%<p>%</p></details>',
  '<h2>FAQ</h2>\n<h3>%?</h3><p>%</p>\n<h4>%</h4>\n<p>%\n%</p>',
  '<a href="#§"><div>%\n%</div></a> % <span>%<p>%\n</p>%</span>\n%',
  '<figure><img alt="% %" src="§.png">\n<figcaption>%</figcaption></figure>',
];

const text = [
  'A % %',
  'A heading %',
  'This paragraph has one line, which %, and it ends as it should %.',
  'This paragraph is wrapped, as people do in mail, %\nover several lines that end wherever the margin %\nhappens to be, %.',
  '- %\n- % goes on\n  in the next line %\n* %',
  '1. %\n2) %',
  'To %\n12 % Street\nSpring%',
  'FAQ\nIs it %?\nYes %\nMay I %?\nYou may, whenever you like to %.',
  'Frequently Asked Questions\n\nQ: Is it %?\nA: It is %,\nand so on %.\n\nQ: Open %?',
  'Heading %\n------\nText under the heading %.',
];

const yaml = [
  '- question: % %?\n  answer: %\n',
  '- question: >-\n    %\n    %?\n  aliases: [%, %]\n  answer: |\n    %\n    %\n\n    - %\n    - %\n',
  '- question: "%?"\n  answer: "%\n    %\n\n    %"\n  tags: §\n',
  "- answer: '%''s\n    %'\n  question: %\n",
  '- question: %?\n  answer: >\n    %\n    %\n\n    % *%*\n',
  '- question: %?\n  aliases:\n    - %\n    - %\n  answer: |-\n\n    %\n    ```\n    %\n    ```\n',
];

interface Numbered {
  readonly source: string;
  readonly seen: ReadonlyMap<string, number>;
}

function numberWords(source: string): Numbered {
  const seen = new Map<string, number>();
  let count = 0;
  const lines = source.split('\n').map((line, index) =>
    line.replace(/[%§]/gu, (mark) => {
      count += 1;
      const word = `w${count}w`;
      if (mark === '%') seen.set(word, index + 1);
      return word;
    }),
  );
  return { source: lines.join('\n'), seen };
}

function blocksIn(document: Document): readonly Block[] {
  return document.kind === 'entry' ? document.answer : document.sections.flatMap((section) => section.blocks);
}

function everythingSaid(document: Document): string {
  const names =
    document.kind === 'entry'
      ? [document.question, ...document.headingTrail]
      : document.sections.flatMap((section) => section.headingTrail);
  return [
    document.title,
    ...document.aliases,
    ...names,
    ...blocksIn(document).map((block) => block.text),
  ].join('\n');
}

function expectInPlace(path: string, { source, seen }: Numbered): void {
  const { documents } = parseCorpus([{ path, text: source }]);
  const said = documents.map(everythingSaid).join('\n');
  const blocks = documents.flatMap(blocksIn);
  for (const [word, line] of seen) {
    const block = blocks.find((candidate) => candidate.text.includes(word));
    // A heading without anything below it is not kept, all other words are.
    if (block === undefined) expect(said.includes(word) || isHeading(source, word)).toBe(true);
    else expect([word, lineOfWord(block, word)]).toEqual([word, line]);
  }
  const unseen = [...source.matchAll(/w\d+w/gu)].map(([word]) => word).filter((word) => !seen.has(word));
  for (const word of unseen) expect(said).not.toMatch(new RegExp(`\\b${word}\\b`, 'u'));
  for (const block of blocks) expectSound(block, source.split('\n').length);
}

function isHeading(source: string, word: string): boolean {
  return source
    .split(/\n\n+/u)
    .some((part) => part.includes(word) && /^#|^<h\d|\n===|\n---|heading/u.test(part));
}

function expectSound({ text: shown, lineStarts }: Block, lastLine: number): void {
  expect(shown).not.toBe('');
  expect(lineStarts[0]?.offset).toBe(0);
  for (const [index, { offset, line }] of lineStarts.entries()) {
    expect(offset).toBeGreaterThan(lineStarts[index - 1]?.offset ?? -1);
    expect(offset).toBeLessThan(shown.length);
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lastLine);
  }
}

test.each([
  ['Markdown', 'a.md', markdown, '\n\n'],
  ['a Markdown FAQ', 'faq/a.md', markdown, '\n\n'],
  ['HTML', 'a.html', html, '\n\n'],
  ['plain text', 'a.txt', text, '\n\n'],
  ['plain text without blank lines', 'a.txt', text, '\n'],
  ['an FAQ list', 'a.yaml', yaml, ''],
])(
  '%s: every word that a reader sees is kept, with its line, and none that a reader does not see',
  (_, path, parts, separator) => {
    for (const part of parts) expectInPlace(path, numberWords(part));
    const sources = fc
      .array(fc.constantFrom(...parts), { minLength: 1, maxLength: 8 })
      .map((chosen) => chosen.join(separator));
    fc.assert(
      fc.property(sources, (source) => {
        expectInPlace(path, numberWords(source));
      }),
      { numRuns: 200 },
    );
  },
);
