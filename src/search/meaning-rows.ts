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
const firstRows = 64;
/** The rows grow by this part of themselves. */
const growth = 1.5;

/** No meanings yet. */
export function createMeaningRows(dimensions: number): MeaningRowsBuilder {
  let bytes = new Int8Array(firstRows * dimensions);
  const norms: number[] = [];
  return {
    push(vector) {
      const from = norms.length * dimensions;
      if (from + dimensions > bytes.length) {
        const larger = new Int8Array(growth * bytes.length);
        larger.set(bytes);
        bytes = larger;
      }
      norms.push(writeRow(vector, bytes, from));
      return norms.length - 1;
    },
    build: () => ({
      dimensions,
      bytes: bytes.slice(0, norms.length * dimensions),
      norms: Float32Array.from(norms),
    }),
  };
}

/** Writes a vector as bytes, the greatest of which is 127 or -127, and gives their length. */
function writeRow(vector: Float32Array, bytes: Int8Array, from: number): number {
  let greatest = 0;
  for (let i = 0; i < vector.length; i += 1) greatest = Math.max(greatest, Math.abs(vector[i] ?? 0));
  let squares = 0;
  for (let i = 0; i < vector.length; i += 1) {
    const value = Math.round(((vector[i] ?? 0) / greatest) * greatestByte);
    bytes[from + i] = value;
    squares += value * value;
  }
  return Math.sqrt(squares);
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

/** Rows that `rowProducts` multiplies side by side: a processor adds up four sums in the time of one. */
export const sideBySide = 4;

/** Sets `products` to those of a question's vector with four rows; by the row's norm, each is what `rowCosine` gives. */
export function rowProducts(
  vector: Float32Array,
  { bytes, dimensions }: MeaningRows,
  four: Int32Array,
  products: Float64Array,
): void {
  let a = startOf(four, 0, dimensions);
  let b = startOf(four, 1, dimensions);
  let c = startOf(four, 2, dimensions);
  let d = startOf(four, 3, dimensions);
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  for (let i = 0; i < dimensions; i += 1) {
    const value = vector[i] ?? 0;
    first += value * (bytes[a++] ?? 0);
    second += value * (bytes[b++] ?? 0);
    third += value * (bytes[c++] ?? 0);
    fourth += value * (bytes[d++] ?? 0);
  }
  products[0] = first;
  products[1] = second;
  products[2] = third;
  products[3] = fourth;
}

function startOf(rows: Int32Array, k: number, dimensions: number): number {
  return (rows[k] ?? 0) * dimensions;
}
