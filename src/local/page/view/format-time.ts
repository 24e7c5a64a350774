const locale = 'en-US';
const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
const short = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short' });
const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
const full = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' });
const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });

/** Beside a name: the time today, the day and time before. */
export function messageTime(atMs: number, nowMs: number): string {
  return isSameDay(atMs, nowMs) ? time.format(atMs) : short.format(atMs).replace(',', '');
}

/** The time of day. */
export function timeOnly(atMs: number): string {
  return time.format(atMs);
}

/** The day, for the line between the messages of two days. */
export function dayName(atMs: number): string {
  return day.format(atMs);
}

/** Day and time, for whoever points at a short one. */
export function fullTime(atMs: number): string {
  return full.format(atMs);
}

/** Whether both are on the same day where the reader is. */
export function isSameDay(oneMs: number, otherMs: number): boolean {
  return new Date(oneMs).toDateString() === new Date(otherMs).toDateString();
}

const formats: Readonly<Record<string, Intl.DateTimeFormat>> = {
  t: time,
  T: new Intl.DateTimeFormat(locale, { timeStyle: 'medium' }),
  d: new Intl.DateTimeFormat(locale, { dateStyle: 'short' }),
  D: day,
  f: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }),
  F: full,
};

const steps = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** A timestamp of Discord's Markdown; style `R` counts from now. */
export function timestampText(atMs: number, style: string, nowMs: number): string {
  if (style !== 'R') return (formats[style] ?? short).format(atMs);
  const seconds = Math.round((atMs - nowMs) / 1000);
  const [unit, length] = steps.find(([, each]) => Math.abs(seconds) >= each) ?? ['second', 1];
  return relative.format(Math.trunc(seconds / length), unit);
}
