import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

import { drawBars } from '../../src/render/chart/bars.ts';
import { chooseMarks, drawColumns } from '../../src/render/chart/columns.ts';
import { fitWidth, toDrawable, widthOf } from '../../src/render/chart/drawable-text.ts';
import { palette } from '../../src/render/chart/palette.ts';
import { stackPanels } from '../../src/render/chart/panel.ts';

const votes = [
  { label: 'helped', color: 'blue' },
  { label: 'did not help', color: 'orange' },
] as const;

/** Relative luminance: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
const luminance = (color: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (color: string): number => (luminance(color) + 0.05) / (luminance(palette.ground) + 0.05);

describe('the colours of pictures', () => {
  it.each(['text', 'muted'] as const)('let %s be read on the ground', (name) => {
    expect(contrast(palette[name])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['blue', 'orange', 'grey'] as const)('let a %s bar be told from the ground', (name) => {
    expect(contrast(palette[name])).toBeGreaterThanOrEqual(3);
  });
});

describe('a label', () => {
  it('leaves out what the font has no signs for, and stays away when words would be missing', () => {
    expect(toDrawable('Öffnungszeiten \u{1F600}\n(Где? Πού;)')).toBe('Öffnungszeiten (Где? Πού;)');
    expect(toDrawable('漢字の本')).toBe('');
  });

  test('is never wider than its place, and whole where it fits', () => {
    const place = fc.tuple(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 20, max: 300 }));
    fc.assert(
      fc.property(place, ([label, width]) => {
        const fitted = fitWidth(label, 13, width);
        expect(widthOf(fitted, 13)).toBeLessThanOrEqual(width);
        if (widthOf(label, 13) <= width) expect(fitted).toBe(label);
      }),
    );
  });

  it('shows as it is written, whatever it holds', () => {
    const svg = stackPanels([
      drawBars('<Most>', { series: votes, bars: [{ label: '<b>&"x"</b>', counts: [1, 2] }] }),
    ]);
    expect(svg).toContain('&lt;Most&gt;');
    expect(svg).toContain('1. &lt;b&gt;&amp;&quot;x&quot;&lt;/b&gt;');
  });
});

test('the scale goes from 0 to the highest count or above, in few and whole steps', () => {
  expect(chooseMarks(1)).toEqual([0, 1]);
  expect(chooseMarks(7)).toEqual([0, 2, 4, 6, 8]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (highest) => {
      const marks = chooseMarks(highest);
      expect(marks.at(-1)).toBeGreaterThanOrEqual(highest);
      expect(marks.length).toBeLessThanOrEqual(5);
      expect(marks.every(Number.isInteger)).toBe(true);
    }),
  );
});

test('counts of 0 have no bar', () => {
  const drawn = (counts: readonly number[]): number =>
    stackPanels([
      drawColumns('Weeks', { series: votes, counts: 'beside', columns: [{ label: 'now', counts }] }),
    ]).split(palette.orange).length;
  expect(drawn([3, 1]) - drawn([3, 0])).toBe(1);
});
