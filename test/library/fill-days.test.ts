import { describe, expect, it } from 'vitest';

import { fillDays, startOfDays, sumUpWeeks } from '../../src/library/fill-days.ts';

const dayMs = 24 * 60 * 60_000;
const today = 20_000;
const now = today * dayMs + dayMs / 2;
const nothing = { answered: 0, suggested: 0, unanswered: 0, opened: 0, settled: 0 };

describe('the last days', () => {
  it('end today, and those on which nothing happened are among them', () => {
    const counted = { ...nothing, day: today - 1, answered: 3 };
    expect(startOfDays(now, 3)).toBe((today - 2) * dayMs);
    expect(fillDays([{ ...nothing, day: today - 3, answered: 9 }, counted], now, 3)).toEqual([
      { ...nothing, day: today - 2 },
      counted,
      { ...nothing, day: today },
    ]);
  });

  it('are summed up by spans of seven, the last one with today', () => {
    const tallies = [
      { ...nothing, day: today - 7, opened: 1, settled: -1 },
      { ...nothing, day: today - 6, opened: 2, settled: 4 },
      { ...nothing, day: today, opened: 3, settled: -1 },
    ];
    expect(sumUpWeeks(tallies, now, 2)).toEqual([
      { from: (today - 13) * dayMs, opened: 1, settled: 0 },
      { from: (today - 6) * dayMs, opened: 5, settled: 3 },
    ]);
  });
});
