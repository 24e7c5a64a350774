import { createRequire } from 'node:module';

import type { Logger } from '../library/ports.ts';
import type { Chart } from '../render/chart/chart.ts';
import type { PicturePart } from '../render/reply.ts';

import { describeError } from './describe-error.ts';

/**
 * Draws a chart, as a picture of this name; see `PicturePart`. Null for none, and when it cannot be drawn here, so that the
 * reply goes without it. Never rejects.
 */
export type DrawPicture = (name: string, chart: Chart | null) => Promise<PicturePart | null>;

/** The only fonts that are used: what a machine has installed differs, and a container often has none. */
function findFonts(): readonly string[] {
  const require = createRequire(import.meta.url);
  return [
    require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
    require.resolve('@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf'),
  ];
}

/** Sharp on screens of twice the density. */
const zoom = 2;

/** Draws off the main thread. The library is loaded with the first picture; why one cannot be drawn is logged. */
export function createDrawPicture(logger: Logger): DrawPicture {
  return async (name, chart) => {
    if (chart === null) return null;
    try {
      const { renderAsync } = await import('@resvg/resvg-js');
      const image = await renderAsync(chart.svg, {
        fitTo: { mode: 'zoom', value: zoom },
        font: {
          loadSystemFonts: false,
          fontFiles: [...findFonts()],
          defaultFontFamily: 'Noto Sans',
        },
      });
      return { kind: 'picture', name, description: chart.description, png: image.asPng() };
    } catch (error) {
      logger.error({ error: describeError(error) }, 'a picture could not be drawn');
      return null;
    }
  };
}
