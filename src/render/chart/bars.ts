import { fitWidth, toDrawable, widthOf } from './drawable-text.ts';
import { palette } from './palette.ts';
import { sizes, type Panel, type Series } from './panel.ts';
import { element, words } from './svg.ts';

/** One thing that is counted. */
export interface Bar {
  /** Untrusted; what the font has no signs for is left out, and the number of the row stands alone. */
  readonly label: string;
  /** One count for each series. */
  readonly counts: readonly number[];
}

const rowHeight = 26;
const thickness = 14;
const labelWidth = 290;
const numberWidth = 56;

/** Bars to the right, numbered from 1, the counts of one row in one bar. */
export function drawBars(
  title: string,
  { series, bars }: { readonly series: readonly Series[]; readonly bars: readonly Bar[] },
): Panel {
  const most = Math.max(1, ...bars.map(({ counts }) => sum(counts)));
  const room = sizes.width - labelWidth - numberWidth;
  return {
    title,
    series: series.length === 1 ? [] : series,
    height: bars.length * rowHeight,
    elements: bars.flatMap((bar, row) => drawRow(bar, row, series, room / most)),
  };
}

function drawRow(
  { label, counts }: Bar,
  row: number,
  series: readonly Series[],
  scale: number,
): readonly string[] {
  const top = row * rowHeight;
  const number = `${row + 1}. `;
  const name = fitWidth(toDrawable(label), sizes.label, labelWidth - 12 - widthOf(number, sizes.label));
  let left = labelWidth;
  const parts = series.flatMap(({ color }, at) => {
    const width = (counts[at] ?? 0) * scale;
    const x = left;
    left += width;
    return width === 0
      ? []
      : [element('rect', { x, y: top + 4, width, height: thickness, rx: 2, fill: palette[color] })];
  });
  const said = counts.join(' · ');
  return [
    words(`${number}${name}`, { y: top + 16 }),
    ...parts,
    words(said, { x: left + 8, y: top + 16, 'font-size': sizes.number, fill: palette.muted }),
  ];
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
