import type { DayTally } from './feedback.ts';

const dayMs = 24 * 60 * 60_000;
const weekDays = 7;

/** What became of gaps within seven days. */
export interface WeekTally {
  /** Its first day, as milliseconds since the epoch. */
  readonly from: number;
  readonly opened: number;
  /** Those that were taken up again taken off; never below zero. */
  readonly settled: number;
}

/** When the first of the last `count` days begins, today among them, in UTC and milliseconds since the epoch. */
export function startOfDays(now: number, count: number): number {
  return (Math.floor(now / dayMs) - count + 1) * dayMs;
}

/** The last `count` days, oldest first, also those on which nothing happened. The last one is today. */
export function fillDays(tallies: readonly DayTally[], now: number, count: number): readonly DayTally[] {
  const first = startOfDays(now, count) / dayMs;
  return Array.from({ length: count }, (_day, at) => {
    const day = first + at;
    const nothing = { day, answered: 0, suggested: 0, unanswered: 0, opened: 0, settled: 0 };
    return tallies.find((tally) => tally.day === day) ?? nothing;
  });
}

/** The last `count` spans of seven days, oldest first. The last one ends today. */
export function sumUpWeeks(tallies: readonly DayTally[], now: number, count: number): readonly WeekTally[] {
  const days = fillDays(tallies, now, count * weekDays);
  return Array.from({ length: count }, (_week, at) => {
    const week = days.slice(at * weekDays, (at + 1) * weekDays);
    return {
      from: (week[0]?.day ?? 0) * dayMs,
      opened: week.reduce((sum, { opened }) => sum + opened, 0),
      settled: Math.max(
        0,
        week.reduce((sum, { settled }) => sum + settled, 0),
      ),
    };
  });
}
