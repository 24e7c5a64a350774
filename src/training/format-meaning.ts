import { meaningFormat } from '../text/meaning.ts';

/** A word and what is known of its meaning; the rows of all words of a table are as long as those of the first. */
export interface WordMeaning {
  /** Without a line break. */
  readonly word: string;
  /** Tells by its direction which words mean something similar. */
  readonly wordVector: ArrayLike<number>;
  /** The word's part of the vector of a sentence. */
  readonly sentenceVector: ArrayLike<number>;
}

/** Numbers as bytes from -127 to 127, each to be taken times the scale. */
interface Quantized {
  readonly bytes: Int8Array;
  readonly scale: number;
}

/** The file that `parseMeaning` reads; the words come in the order of their frequency, the most frequent first. */
export function formatMeaning(meanings: readonly WordMeaning[]): Uint8Array {
  const wordRows = meanings.map(({ wordVector }) => quantize(wordVector));
  const sentenceRows = meanings.map(({ sentenceVector }) => quantize(sentenceVector));
  const dimensions = [wordRows, sentenceRows].map(([first]) => first?.bytes.length ?? 0);
  return Buffer.concat([
    Buffer.from(`${[meaningFormat, meanings.length, ...dimensions].join(' ')}\n`),
    ...wordRows.map(({ bytes }) => bytesOf(bytes)),
    ...sentenceRows.map(({ bytes }) => bytesOf(bytes)),
    scalesOf(sentenceRows),
    Buffer.from(meanings.map(({ word }) => word).join('\n')),
  ]);
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
