import { describe, expect, it } from 'vitest';

import type { LibraryStatus } from '../../src/library/library.ts';
import type { ShardHealth } from '../../src/render/render-shards.ts';
import { renderStatus } from '../../src/render/render-status.ts';
import { shownText } from '../support/shown-text.ts';

const status: LibraryStatus = {
  documents: 1,
  passages: 2,
  entries: 1,
  languages: ['en'],
  refreshedAt: new Date(0),
  problems: [],
  repeated: { asked: 0, remembered: 0 },
  questions: { answered: 0, suggested: 0, unanswered: 0 },
};
const context = { week: null, locale: 'en', isModerator: true } as const;
const up = (id: number): ShardHealth => ({ id, isConnected: true });
const down = (id: number): ShardHealth => ({ id, isConnected: false });

describe('the status', () => {
  it('says which shards of how many are here, and which of them are reconnecting', () => {
    const shown = (here: readonly ShardHealth[], locale: 'en' | 'es' = 'en'): string | undefined =>
      shownText(renderStatus(status, { ...context, locale, shards: { here, count: 4 } })).find((text) =>
        text.startsWith('Shard'),
      );
    expect(shown([up(2)])).toBe('Shard 2 of 4 in this process, connected to Discord.');
    expect(shown([up(0), up(1)])).toBe('Shards 0, 1 of 4 in this process, connected to Discord.');
    expect(shown([down(0), up(1), down(3)])).toBe('Shards 0, 1, 3 of 4 in this process, reconnecting: 0, 3.');
    expect(shown([up(0), down(1)], 'es')).toBe('Shards 0, 1 de 4 en este proceso, reconectando: 1.');
    expect(shown([up(1)], 'es')).toBe('Shard 1 de 4 en este proceso, con conexión a Discord.');
  });

  it('says nothing of shards where there is only one, and nothing to people who are no moderators', () => {
    const alone = renderStatus(status, { ...context, shards: { here: [up(0)], count: 1 } });
    const everyone = { ...context, isModerator: false, shards: { here: [up(0)], count: 4 } };
    for (const reply of [alone, renderStatus(status, everyone)])
      expect(shownText(reply).join()).not.toContain('Shard');
  });
});
