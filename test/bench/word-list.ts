import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** English words, the most frequent first, out of the tables of word meanings. */
export async function readWords(): Promise<readonly string[]> {
  const bytes = await readFile(createRequire(import.meta.url).resolve('#meaning/words.bin'));
  const count = Number(bytes.subarray(0, bytes.indexOf(10)).toString('latin1').split(' ')[1]);
  const lines = bytes.toString('latin1').split('\n').slice(-count);
  return lines.filter((word) => /^[a-z]+$/u.test(word));
}
