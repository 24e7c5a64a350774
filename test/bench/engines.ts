import type { BuildEngine } from './engine.ts';
import { createFootnote } from './footnote-engine.ts';
import { buildFlexSearch, buildFts5, buildLunr, buildMiniSearch, buildOrama } from './peers.ts';

/** Every engine by its name in the table; what it needs before any knowledge is loaded first and not timed. */
export const engines = new Map<string, () => Promise<BuildEngine>>([
  ['Footnote', createFootnote],
  ['FTS5', () => Promise.resolve(buildFts5)],
  ['MiniSearch', () => Promise.resolve(buildMiniSearch)],
  ['lunr', () => Promise.resolve(buildLunr)],
  ['FlexSearch', () => Promise.resolve(buildFlexSearch)],
  ['Orama', () => Promise.resolve(buildOrama)],
]);
