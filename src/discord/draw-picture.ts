import { createRequire } from 'node:module';

import { LRUCache } from 'lru-cache';

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

/** Whoever asks for the same again gets the picture of before: drawing takes a tenth of a second of one core. */
const keptPictures = 20;

/** Draws off the main thread. The library is loaded with the first picture; why one cannot be drawn is logged. */
export function createDrawPicture(logger: Logger): DrawPicture {
  const drawn = new LRUCache<string, Promise<Uint8Array>>({ max: keptPictures });

  function drawOnce(svg: string): Promise<Uint8Array> {
    const drawing = drawn.get(svg) ?? draw(svg);
    drawn.set(svg, drawing);
    return drawing;
  }

  return async (name, chart) => {
    if (chart === null) return null;
    const { svg, description } = chart;
    try {
      return { kind: 'picture', name, description, png: await drawOnce(svg) };
    } catch (error) {
      drawn.delete(svg);
      logger.error({ error: describeError(error) }, 'a picture could not be drawn');
      return null;
    }
  };
}

async function draw(svg: string): Promise<Uint8Array> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const image = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: zoom },
    font: { loadSystemFonts: false, fontFiles: [...findFonts()], defaultFontFamily: 'Noto Sans' },
  });
  return image.asPng();
}
