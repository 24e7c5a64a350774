import { describe, expect, it } from 'vitest';

import { relatedKey } from '../../src/library/related-key.ts';
import { replyLocales } from '../../src/render/locale.ts';
import { renderWelcome } from '../../src/render/render-welcome.ts';
import { shownButtons, shownText } from '../support/shown-text.ts';

describe.each(replyLocales)('the welcome in %s', (locale) => {
  it('says who speaks, and has a row for each question that asks it', () => {
    const { parts } = renderWelcome({ answered: ['What is this?'], open: 'Who wrote it?' }, locale);
    const [first] = parts;
    expect(first?.kind === 'text' && first.spans[0]?.kind).toBe('bold');
    const rows = parts.flatMap((part) => (part.kind === 'buttons' ? [part.buttons] : []));
    expect(rows.map((row) => row.map(({ label, action }) => [label, action.argument]))).toEqual([
      [['What is this?', relatedKey('What is this?')]],
      [['Who wrote it?', relatedKey('Who wrote it?')]],
    ]);
  });

  it('offers nothing where there is nothing to ask, and says of no question that it is open when none is', () => {
    const said = (answered: readonly string[], open: string | null): string =>
      shownText(renderWelcome({ answered, open }, locale))[1] ?? '';
    const texts = [said([], null), said(['Who?'], null), said(['Who?'], 'Why?')];
    expect(new Set(texts).size).toBe(3);
    for (const text of texts) expect(text).toMatch(/\/(?:ask|preguntar)/u);
    expect(shownButtons(renderWelcome({ answered: [], open: null }, locale))).toEqual([]);
  });
});
