import { likenessSteps, meaningFormat } from '../text/meaning.ts';

import type { RelatedPair } from './relate-words.ts';

/** A word and its part of the vector of a sentence; the rows of all words of a table are as long as those of the first. */
export interface WordMeaning {
  /** Without a line break. */
  readonly word: string;
  readonly sentenceVector: ArrayLike<number>;
}

/** Numbers as bytes from -127 to 127, each to be taken times the scale. */
interface Quantized {
  readonly bytes: Int8Array;
  readonly scale: number;
}

/**
 * The file that `parseMeaning` reads; the words come in the order of their frequency, the most frequent first, and pairs name
 * them by their places in that order.
 */
export function formatMeaning(meanings: readonly WordMeaning[], pairs: readonly RelatedPair[]): Uint8Array {
  const rows = meanings.map(({ sentenceVector }) => quantize(sentenceVector));
  const relations = formatPairs(pairs, meanings.length);
  const numbers = [meanings.length, rows[0]?.bytes.length ?? 0, relations.length];
  return Buffer.concat([
    Buffer.from(`${[meaningFormat, ...numbers].join(' ')}\n`),
    relations,
    ...rows.map(({ bytes }) => bytesOf(bytes)),
    scalesOf(rows),
    Buffer.from(meanings.map(({ word }) => word).join('\n')),
  ]);
}

function formatPairs(pairs: readonly RelatedPair[], words: number): Uint8Array {
  const byLow = Array.from({ length: words }, (): RelatedPair[] => []);
  for (const pair of pairs) byLow[pair.low]?.push(pair);
  const bytes: number[] = [];
  byLow.forEach((own, low) => {
    writeNumber(own.length, bytes);
    let before = low;
    for (const { high, likeness } of own.sort((a, b) => a.high - b.high)) {
      writeNumber(high - before, bytes);
      bytes.push(Math.round(likeness * likenessSteps));
      before = high;
    }
  });
  return Uint8Array.from(bytes);
}

/** In base 128, the lowest digit first, 128 added to all but the last. */
function writeNumber(value: number, bytes: number[]): void {
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}

function quantize(row: ArrayLike<number>): Quantized {
  const values = Float64Array.from(row);
  const greatest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return {
    bytes: Int8Array.from(values, (value) => Math.round((value / (greatest || 1)) * 127)),
    scale: greatest / 127,
  };
}

function bytesOf(row: Int8Array): Uint8Array {
  return new Uint8Array(row.buffer, row.byteOffset, row.byteLength);
}

function scalesOf(rows: readonly Quantized[]): Uint8Array {
  const bytes = Buffer.alloc(rows.length * 4);
  rows.forEach(({ scale }, rank) => bytes.writeFloatLE(scale, rank * 4));
  return bytes;
}
