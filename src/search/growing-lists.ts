/** A list of whole numbers that grows in compact form: 4 bytes a number. */
export interface NumberList {
  readonly length: number;
  push(value: number): void;
  /** The value at a place, 0 where there is none. */
  at(place: number): number;
  /** Adds to the value at a place within the list. */
  add(place: number, amount: number): void;
  /** Sets the value at a place within the list. */
  set(place: number, value: number): void;
  /** The numbers, in as much memory as they need. */
  toArray(): Int32Array;
}

/** A list grows by this part of itself, so that each number is moved a few times only. */
const growth = 1.5;
const firstCapacity = 64;

/** An empty list. */
export function createNumberList(): NumberList {
  let values = new Int32Array(firstCapacity);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(value) {
      if (length === values.length) {
        const larger = new Int32Array(Math.ceil(length * growth));
        larger.set(values);
        values = larger;
      }
      values[length] = value;
      length += 1;
    },
    at: (place) => values[place] ?? 0,
    add(place, amount) {
      values[place] = (values[place] ?? 0) + amount;
    },
    set(place, value) {
      values[place] = value;
    },
    toArray: () => values.slice(0, length),
  };
}
