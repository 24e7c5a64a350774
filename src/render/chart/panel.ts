import { fitWidth, widthOf } from './drawable-text.ts';
import { palette, type BarColor } from './palette.ts';
import { element, words } from './svg.ts';

/** What one colour of a panel stands for. */
export interface Series {
  readonly label: string;
  readonly color: BarColor;
}

/** One chart of a picture. */
export interface Panel {
  readonly title: string;
  /** Named below the title; none when the title says it. */
  readonly series: readonly Series[];
  /** Of the chart, in pixels. */
  readonly height: number;
  /** Elements of the chart, from its own upper left corner. */
  readonly elements: readonly string[];
}

/** Sizes in pixels, before the picture is enlarged. */
export const sizes = { width: 592, margin: 24, title: 17, label: 13, number: 12 } as const;

const titleHeight = 30;
const legendHeight = 26;
const gap = 26;

/** Panels below each other, as SVG. */
export function stackPanels(panels: readonly Panel[]): string {
  const drawn: string[] = [];
  let top = sizes.margin;
  for (const panel of panels) {
    drawn.push(element('g', { transform: `translate(${sizes.margin} ${top})` }, drawPanel(panel)));
    top += heightOf(panel) + gap;
  }
  const width = sizes.width + 2 * sizes.margin;
  const height = top - gap + sizes.margin;
  const ground = element('rect', { width, height, fill: palette.ground });
  const font = { 'font-family': 'Noto Sans', 'font-size': sizes.label, fill: palette.text };
  return element('svg', { xmlns: 'http://www.w3.org/2000/svg', width, height, ...font }, [ground, ...drawn]);
}

function heightOf({ series, height }: Panel): number {
  return titleHeight + (series.length === 0 ? 0 : legendHeight) + height;
}

function drawPanel({ title, series, elements }: Panel): readonly string[] {
  const below = titleHeight + (series.length === 0 ? 0 : legendHeight);
  return [
    words(fitWidth(title, sizes.title, sizes.width), {
      y: sizes.title,
      'font-size': sizes.title,
      'font-weight': 600,
    }),
    ...drawLegend(series),
    element('g', { transform: `translate(0 ${below})` }, elements),
  ];
}

function drawLegend(series: readonly Series[]): readonly string[] {
  let left = 0;
  return series.flatMap(({ label, color }) => {
    const x = left;
    left += 18 + widthOf(label, sizes.label) + 18;
    return [
      element('rect', { x, y: titleHeight + 1, width: 12, height: 12, rx: 3, fill: palette[color] }),
      words(label, { x: x + 18, y: titleHeight + 12, fill: palette.muted }),
    ];
  });
}
