import fc from 'fast-check';

import { checkEntryFields } from '../../src/library/check-entry-fields.ts';

/** Lines that mean something in Markdown, in YAML or in a file of entries. */
const awkward = fc.constantFrom(
  '---',
  '- item',
  '1. item',
  '```',
  '~~~js',
  'aliases: a | b',
  'alias: c',
  '| a | b |',
  '> quoted',
  '    code',
  'server: "1"',
  'A: answer',
  '<!-- comment -->',
  '# in code',
  '',
  ' ',
  'ends with spaces  ',
  '\ttab',
  "it's: {a: [b, 'c']} & *d !e %f @g `h",
  'true',
  '['.repeat(120),
  '0x1F',
  '2027-01-31',
);
const words = fc.string({ unit: 'binary', maxLength: 40 });
/** What the forms make of what is typed: one kind of line end, and no NUL. */
const asStored = (text: string): string => text.replace(/\r\n?/gu, '\n').replaceAll('\0', '');
const line = fc.oneof(awkward, words, fc.string({ unit: 'grapheme', maxLength: 40 }));
const oneLine = line.map((text) => asStored(text).replaceAll('\n', ' '));
const lines = fc.array(line, { minLength: 1, maxLength: 8 }).map((all) => asStored(all.join('\n')));
const texts = fc.array(
  lines.filter((text) => text !== ''),
  { maxLength: 4 },
);
const ids = fc.array(fc.stringMatching(/^[1-9]\d{16,18}$/u), { maxLength: 3 });
/** Fields of an entry as they may be written in Discord, awkward ones most of all. */
export const writtenFields = fc
  .record({
    question: oneLine,
    answer: lines,
    aliases: texts,
    tags: texts,
    url: fc.option(fc.webUrl({ withQueryParameters: true, withFragments: true })),
    reviewOn: fc.option(fc.constantFrom('2027-01-31', '1999-12-01')),
    channels: ids,
    roles: ids,
  })
  .filter((fields) => checkEntryFields(fields).length === 0);
