import type { EngineFigures, MemoryFigures, ServerFigures } from './figures.ts';

/** What the others are measured against. */
const yardsticks = ['FTS5', 'MiniSearch'] as const;

/** The figures as tables in Markdown. Times are in milliseconds, memory is in MiB. */
export function printBench(
  figures: readonly EngineFigures[],
  memory: readonly MemoryFigures[],
  servers: readonly ServerFigures[],
): string {
  return [
    table(
      ['passages', 'engine', 'build', 'p50', 'p99', 'processor', 'first', 'in ten'],
      figures.map((one) => [
        String(one.passages),
        one.engine,
        one.buildMs.toFixed(0),
        one.p50Ms.toFixed(2),
        one.p99Ms.toFixed(2),
        one.processorMs.toFixed(2),
        percent(one.hitAt1),
        percent(one.hitAt10),
      ]),
    ),
    table(['passages', 'Footnote against', 'build', 'p50', 'p99', 'processor'], ratios(figures)),
    table(
      ['passages', 'texts to snapshot', 'memory', 'after collection'],
      memory.map((one) => [
        String(one.passages),
        one.buildMs.toFixed(0),
        one.residentMb.toFixed(0),
        one.collectedMb.toFixed(0),
      ]),
    ),
    table(
      [
        'common passages',
        'servers',
        'entries of each',
        'saved to answered',
        'at worst',
        'memory before',
        'memory',
      ],
      servers.map((one) => [
        String(one.passages),
        String(one.servers),
        String(one.entries),
        one.savedToAnsweredMs.toFixed(0),
        one.worstSavedToAnsweredMs.toFixed(0),
        one.baseMb.toFixed(0),
        one.allMb.toFixed(0),
      ]),
    ),
  ].join('\n\n');
}

function ratios(figures: readonly EngineFigures[]): readonly (readonly string[])[] {
  const own = figures.filter(({ engine }) => engine === 'Footnote');
  return own.flatMap((one) =>
    yardsticks.flatMap((name) => {
      const other = figures.find(({ engine, passages }) => engine === name && passages === one.passages);
      if (other === undefined) return [];
      const ratio = (key: 'buildMs' | 'p50Ms' | 'p99Ms' | 'processorMs'): string =>
        (one[key] / other[key]).toFixed(2);
      return [
        [String(one.passages), name, ratio('buildMs'), ratio('p50Ms'), ratio('p99Ms'), ratio('processorMs')],
      ];
    }),
  );
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
