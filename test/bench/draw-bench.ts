import { palette, type BarColor } from '../../src/render/chart/palette.ts';
import { sizes, stackPanels, type Panel } from '../../src/render/chart/panel.ts';
import { element, words } from '../../src/render/chart/svg.ts';

import type { EngineFigures } from './figures.ts';

const rowHeight = 24;
const labelWidth = 110;
const numberWidth = 190;
/** Milliseconds at both ends of the bars; each tenfold takes the same room. */
const leastMs = 0.01;
const mostMs = 10_000;

/** Draws the median time of each engine, and how many questions had their passage first, a panel for each size, as SVG. */
export function drawBench(figures: readonly EngineFigures[]): string {
  // Engines make a few passages more or fewer of the same texts.
  const sizesOf = [...new Set(figures.map(({ passages }) => roundSize(passages)))].sort((a, b) => a - b);
  return stackPanels(
    sizesOf.map((size) =>
      drawSize(
        size,
        figures.filter(({ passages }) => roundSize(passages) === size),
      ),
    ),
  );
}

function roundSize(passages: number): number {
  return Number(passages.toPrecision(1));
}

function drawSize(size: number, figures: readonly EngineFigures[]): Panel {
  return {
    title: `${size.toLocaleString('en')} passages: median of a question, right passage first`,
    series: [],
    height: figures.length * rowHeight,
    elements: figures.flatMap(drawEngine),
  };
}

function drawEngine({ engine, p50Ms, hitAt1 }: EngineFigures, row: number): readonly string[] {
  const top = row * rowHeight;
  const room = sizes.width - labelWidth - numberWidth;
  const width = (room * Math.log(p50Ms / leastMs)) / Math.log(mostMs / leastMs);
  const color: BarColor = engine === 'Footnote' ? 'blue' : 'grey';
  const said = `${Number(p50Ms.toPrecision(2)).toLocaleString('en')} ms · ${(100 * hitAt1).toFixed(1)} %`;
  return [
    words(engine, { y: top + 16 }),
    element('rect', { x: labelWidth, y: top + 4, width, height: 14, rx: 2, fill: palette[color] }),
    words(said, { x: labelWidth + width + 8, y: top + 16, 'font-size': sizes.number, fill: palette.muted }),
  ];
}
