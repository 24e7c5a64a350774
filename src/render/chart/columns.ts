import { widthOf } from './drawable-text.ts';
import { palette } from './palette.ts';
import { sizes, type Panel, type Series } from './panel.ts';
import { element, words } from './svg.ts';

/** One span of time. */
export interface Column {
  readonly label: string;
  /** One count for each series, from 0 on. */
  readonly counts: readonly number[];
}

/** What columns show. */
export interface Columns {
  readonly series: readonly Series[];
  readonly columns: readonly Column[];
  /** `stacked` where the counts add up to something, `beside` where they are compared. */
  readonly counts: 'stacked' | 'beside';
}

const chartHeight = 120;
const topSpace = 18;
const labelSpace = 22;
const axisWidth = 34;
const fill = 0.7;

/** Columns from left to right over a common scale. */
export function drawColumns(title: string, { series, columns, counts }: Columns): Panel {
  const heights = columns.map((column) =>
    counts === 'stacked' ? column.counts.reduce((sum, count) => sum + count, 0) : Math.max(...column.counts),
  );
  const marks = chooseMarks(Math.max(1, ...heights));
  const scale = chartHeight / (marks.at(-1) ?? 1);
  const width = (sizes.width - axisWidth) / columns.length;
  const widest = Math.max(...columns.map(({ label }) => widthOf(label, sizes.number)));
  // Where not every label has room, every second one or fewer is written, the last among them.
  const every = Math.ceil(widest / width);
  return {
    title,
    series,
    height: topSpace + chartHeight + labelSpace,
    elements: [
      ...marks.flatMap((mark) => drawMark(mark, topSpace + chartHeight - mark * scale)),
      ...columns.flatMap((column, at) => {
        const place = { left: axisWidth + at * width, width, scale };
        const drawn = counts === 'stacked' ? stack(column, series, place) : putBeside(column, series, place);
        const isLabelled = (columns.length - 1 - at) % every === 0;
        return isLabelled ? [...drawn, drawLabel(column.label, place)] : drawn;
      }),
    ],
  };
}

interface Place {
  readonly left: number;
  readonly width: number;
  /** Pixels of one. */
  readonly scale: number;
}

/** From 0 to the highest count or above, three to five whole numbers at equal distances: 1, 2 or 5 times a power of ten. */
export function chooseMarks(highest: number): readonly number[] {
  let step = 1;
  for (const factor of repeat([2, 2.5, 2])) {
    if (step * 4 >= highest) break;
    step *= factor;
  }
  const count = Math.max(1, Math.ceil(highest / step));
  return Array.from({ length: count + 1 }, (_mark, at) => at * step);
}

function* repeat(factors: readonly number[]): Generator<number> {
  for (;;) yield* factors;
}

function drawMark(mark: number, y: number): readonly string[] {
  const number = { 'font-size': sizes.number, fill: palette.muted, 'text-anchor': 'end' };
  return [
    element('rect', { x: axisWidth, y, width: sizes.width - axisWidth, height: 1, fill: palette.line }),
    words(String(mark), { x: axisWidth - 8, y: y + 4, ...number }),
  ];
}

function drawLabel(label: string, { left, width }: Place): string {
  const y = topSpace + chartHeight + labelSpace - 6;
  const look = { 'font-size': sizes.number, fill: palette.muted, 'text-anchor': 'middle' };
  return words(label, { x: left + width / 2, y, ...look });
}

function stack(
  { counts }: Column,
  series: readonly Series[],
  { left, width, scale }: Place,
): readonly string[] {
  let bottom = topSpace + chartHeight;
  return series.flatMap(({ color }, at) => {
    const height = (counts[at] ?? 0) * scale;
    bottom -= height;
    if (height === 0) return [];
    const x = left + (width * (1 - fill)) / 2;
    return [element('rect', { x, y: bottom, width: width * fill, height, fill: palette[color] })];
  });
}

function putBeside(
  { counts }: Column,
  series: readonly Series[],
  { left, width, scale }: Place,
): readonly string[] {
  const each = (width * fill) / series.length;
  return series.flatMap(({ color }, at) => {
    const count = counts[at] ?? 0;
    if (count === 0) return [];
    const x = left + (width * (1 - fill)) / 2 + at * each;
    const y = topSpace + chartHeight - count * scale;
    const number = { 'font-size': sizes.number - 1, fill: palette.muted, 'text-anchor': 'middle' };
    return [
      element('rect', { x, y, width: each - 1, height: count * scale, rx: 2, fill: palette[color] }),
      words(String(count), { x: x + each / 2, y: y - 4, ...number }),
    ];
  });
}
