import { describe, expect, it } from 'vitest';

import { createDrawPicture } from '../../src/discord/draw-picture.ts';
import { drawBars } from '../../src/render/chart/bars.ts';
import { stackPanels } from '../../src/render/chart/panel.ts';

const logged: string[] = [];
const note = (_fields: unknown, message: string): void => void logged.push(message);
const draw = createDrawPicture({ info: note, warn: note, error: note });

describe('a chart', () => {
  it('becomes a PNG in which words are drawn, whatever fonts the machine has, and is drawn once', async () => {
    const chart = (label: string) => ({
      svg: stackPanels([
        drawBars('Asked most', {
          series: [{ label: 'answered', color: 'blue' }],
          bars: [{ label, counts: [1] }],
        }),
      ]),
      description: 'Asked most',
    });
    const [picture, again] = await Promise.all([
      draw('most', chart('When does the pool open?')),
      draw('again', chart('When does the pool open?')),
    ]);
    expect(picture).toMatchObject({ kind: 'picture', name: 'most', description: 'Asked most' });
    expect(again?.png).toBe(picture?.png);
    expect([...(picture?.png.subarray(1, 4) ?? [])]).toEqual([...Buffer.from('PNG')]);
    expect((await draw('most', chart('')))?.png.length).toBeLessThan(picture?.png.length ?? 0);
  });

  it('that cannot be drawn is left out, and the log says so', async () => {
    expect(await draw('broken', { svg: '<svg', description: 'Broken' })).toBeNull();
    expect(logged).toEqual(['a picture could not be drawn']);
    expect(await draw('none', null)).toBeNull();
    expect(logged).toHaveLength(1);
  });
});
