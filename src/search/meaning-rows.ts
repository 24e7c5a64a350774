import { createByteRows } from './growing-lists.ts';

/**
 * The meanings of phrases, a vector of signed bytes each: of a cosine nothing more than the third place is lost, and it
 * takes a quarter of the memory.
 */
export interface MeaningRows {
  readonly dimensions: number;
  readonly bytes: Int8Array;
  /** Length of each vector. */
  readonly norms: Float32Array;
}

/** Collects meanings. */
export interface MeaningRowsBuilder {
  /** Takes the vector of a phrase, of any length but 0, and tells its row. */
  push(vector: Float32Array): number;
  build(): MeaningRows;
}

const greatestByte = 127;

/** No meanings yet. */
export function createMeaningRows(dimensions: number): MeaningRowsBuilder {
  const rows = createByteRows(dimensions);
  const norms: number[] = [];
  const row = new Int8Array(dimensions);
  return {
    push(vector) {
      let greatest = 0;
      for (let i = 0; i < dimensions; i += 1) greatest = Math.max(greatest, Math.abs(vector[i] ?? 0));
      let squares = 0;
      for (let i = 0; i < dimensions; i += 1) {
        const value = Math.round(((vector[i] ?? 0) / greatest) * greatestByte);
        row[i] = value;
        squares += value * value;
      }
      norms.push(Math.sqrt(squares));
      return rows.push(row);
    },
    build: () => ({ dimensions, bytes: rows.toArray(), norms: Float32Array.from(norms) }),
  };
}

/** Cosine of the meaning of a question, of length 1, and that in a row; 0 where there is none (row -1). */
export function rowCosine(vector: Float32Array | null, rows: MeaningRows, row: number): number {
  if (vector === null || row < 0) return 0;
  const { bytes, dimensions, norms } = rows;
  const from = row * dimensions;
  let sum = 0;
  for (let i = 0; i < dimensions; i += 1) sum += (vector[i] ?? 0) * (bytes[from + i] ?? 0);
  return sum / (norms[row] ?? 1);
}
