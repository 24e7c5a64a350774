import { randomBytes } from 'node:crypto';

/** 16 letters and digits that nobody guesses. */
export function newId(): string {
  return randomBytes(8).toString('hex');
}

/** PostgreSQL takes no text with this character. */
export function withoutNul(text: string): string {
  return text.replaceAll('\u0000', '');
}

/**
 * Makes one row of those that differ in `times` alone, with its sum: one statement may write a row only once. They come in
 * an order of their own, since processes that write the same rows in different orders wait for each other for ever.
 */
export function sumTimes<R extends { readonly times: number }>(rows: readonly R[]): R[] {
  const sums = new Map<string, R>();
  for (const row of rows) {
    const key = JSON.stringify(Object.entries({ ...row, times: 0 }).sort());
    sums.set(key, { ...row, times: (sums.get(key)?.times ?? 0) + row.times });
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
