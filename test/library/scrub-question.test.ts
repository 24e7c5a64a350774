import fc from 'fast-check';
import { expect, it } from 'vitest';

import { scrubQuestion } from '../../src/library/scrub-question.ts';

it.each([
  ['Who can help <@123456789012345678> with roles?', 'Who can help with roles?'],
  ['is 12,345,678 right, </ask:123456789012345678>?', 'is right, ?'],
  ['@everyone when is the party', 'when is the party'],
  ['is ann @ example.org or bob＠example.org here', 'is or here'],
  ['call 123\u200b456 or 12   34   56 or ١٢٣٤٥٦٧٨ now', 'call or or now'],
  ['was it 12 <@12345678901234567> 34 <:wave:1> 56', 'was it'],
  ['write to ann.lee@example.org about books', 'write to about books'],
  ['my number is +49 (151) 1234-5678, call me', 'my number is + , call me'],
  ['see https://example.org/a?token=1 please', 'see please'],
  ['how do I <:wave:123456789012345678> here', 'how do I here'],
  ['what happened in 2024, and on page 12345?', 'what happened in 2024, and on page 12345?'],
])('of "%s" is kept "%s"', (question, kept) => {
  expect(scrubQuestion(question)).toBe(kept);
});

it('keeps no mention, no address and no number of six digits, whatever is typed', () => {
  const pieces = fc.constantFrom(
    '٣',
    '4',
    '<@12345678901234567>',
    '@here',
    'a@b.c',
    '1234567',
    '12 34 56 78',
    'word',
    ' ',
    '?',
    '<',
    '>',
    '\u200b',
    '😀',
  );
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(typed, (question) => {
      const kept = scrubQuestion(question);
      expect(kept).not.toMatch(/@|\p{Nd}(?: ?\p{Nd}){5}/u);
      expect(kept.length).toBeLessThanOrEqual(300);
      expect(kept).toBe(kept.trim());
    }),
  );
});
