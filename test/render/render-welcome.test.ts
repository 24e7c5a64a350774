import { describe, expect, it } from 'vitest';

import { relatedKey } from '../../src/library/related-key.ts';
import { replyLocales } from '../../src/render/locale.ts';
import { renderWelcome } from '../../src/render/render-welcome.ts';

describe.each(replyLocales)('the welcome in %s', (locale) => {
  it('says who speaks, and has a row for each question that asks it', () => {
    const { parts } = renderWelcome(['What is this?', 'Who wrote it?'], locale);
    const [first] = parts;
    expect(first?.kind === 'text' && first.spans[0]?.kind).toBe('bold');
    const rows = parts.flatMap((part) => (part.kind === 'buttons' ? [part.buttons] : []));
    expect(rows.map((row) => row.map(({ label, action }) => [label, action.argument]))).toEqual([
      [['What is this?', relatedKey('What is this?')]],
      [['Who wrote it?', relatedKey('Who wrote it?')]],
    ]);
  });
});
