/** What may be logged of an error of the store: its message could hold what was to be written. */
export function errorName(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
