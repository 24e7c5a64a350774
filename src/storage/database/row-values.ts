import { randomBytes } from 'node:crypto';

/** 16 letters and digits that nobody guesses. */
export function newId(): string {
  return randomBytes(8).toString('hex');
}

/** PostgreSQL takes no text with this character. */
export function withoutNul(text: string): string {
  return text.replaceAll('\u0000', '');
}
