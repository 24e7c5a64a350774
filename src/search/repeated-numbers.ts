/** Many numbers of which few are different: for each its place among the different ones, in 2 bytes where that will do. */
export interface RepeatedNumbers {
  readonly places: Uint16Array | Uint32Array;
  readonly values: Float32Array;
}

/** Collects numbers of which few are different. */
export interface RepeatedNumbersBuilder {
  /** Sets the number at a place. */
  set(at: number, value: number): void;
  build(): RepeatedNumbers;
}

const firstSlots = 1024;
const longestShort = 2 ** 16;

/** So many numbers, of which none is set yet. */
export function createRepeatedNumbers(length: number): RepeatedNumbersBuilder {
  let places: Uint16Array | Uint32Array = new Uint16Array(length);
  /** For each slot the place of its value, counted from 1; 0 for an empty one. At most half of them are full. */
  let slots = new Int32Array(firstSlots);
  let values = new Float32Array(firstSlots / 2);
  let size = 0;
  const given = new Float32Array(1);
  const givenBits = new Int32Array(given.buffer);

  /** The slot of the value in `given`, or the empty one that it belongs to. */
  const findSlot = (): number => {
    const mask = slots.length - 1;
    const hash = Math.imul(givenBits[0] ?? 0, 0x9e3779b1);
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const place = slots[slot] ?? 0;
      if (place === 0 || values[place - 1] === given[0]) return slot;
      slot = (slot + 1) & mask;
    }
  };
  const grow = (): void => {
    const larger = new Float32Array(slots.length);
    larger.set(values);
    values = larger;
    slots = new Int32Array(2 * slots.length);
    for (let place = 0; place < size; place += 1) {
      given[0] = values[place] ?? 0;
      slots[findSlot()] = place + 1;
    }
  };
  const take = (value: number): number => {
    if (size === values.length) grow();
    if (size === longestShort) places = Uint32Array.from(places);
    given[0] = value;
    values[size] = value;
    size += 1;
    slots[findSlot()] = size;
    return size - 1;
  };
  return {
    set(at, value) {
      given[0] = value;
      const known = slots[findSlot()] ?? 0;
      const place = known === 0 ? take(value) : known - 1;
      places[at] = place;
    },
    build: () => ({ places, values: values.slice(0, size) }),
  };
}
