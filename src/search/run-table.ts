import { hashCharacters } from './hash-characters.ts';

/** Numbers runs of characters, in the order in which they come, without making a string of a run that it knows. */
export interface RunTable {
  /** The number of the run that stands at this place of a text, or -1 for one that is not known. */
  find(text: string, start: number, end: number): number;
  /** Takes a run that is not known, and tells its number. */
  add(text: string, start: number, end: number): number;
}

const firstSlots = 1024;
const firstLetters = 8 * firstSlots;

/** An empty table: open addressing, at most half full, and all letters in one array, since they are read often. */
export function createRunTable(): RunTable {
  /** For each slot the number of its run, counted from 1; 0 for an empty one. */
  let slots = new Int32Array(firstSlots);
  /** For each run its hash, and where its letters end; they begin where those of the one before end. */
  let hashes = new Int32Array(firstSlots / 2);
  let ends = new Int32Array(firstSlots / 2);
  let letters = new Uint16Array(firstLetters);
  let size = 0;

  const isRun = (number: number, text: string, start: number, end: number): boolean => {
    const from = number === 0 ? 0 : (ends[number - 1] ?? 0);
    if ((ends[number] ?? 0) - from !== end - start) return false;
    for (let i = start; i < end; i += 1) if (letters[from + i - start] !== text.charCodeAt(i)) return false;
    return true;
  };
  const grow = (): void => {
    hashes = enlarge(hashes, new Int32Array(slots.length));
    ends = enlarge(ends, new Int32Array(slots.length));
    slots = new Int32Array(2 * slots.length);
    for (let number = 0; number < size; number += 1) put(slots, hashes[number] ?? 0, number);
  };
  return {
    find(text, start, end) {
      const hash = hashCharacters(text, start, end);
      const mask = slots.length - 1;
      for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
        const number = (slots[slot] ?? 0) - 1;
        if (number < 0) return -1;
        if (hashes[number] === hash && isRun(number, text, start, end)) return number;
      }
    },
    add(text, start, end) {
      if (size === hashes.length) grow();
      const from = size === 0 ? 0 : (ends[size - 1] ?? 0);
      const to = from + end - start;
      if (to > letters.length) letters = enlarge(letters, new Uint16Array(2 * to));
      for (let i = start; i < end; i += 1) letters[from + i - start] = text.charCodeAt(i);
      hashes[size] = hashCharacters(text, start, end);
      ends[size] = to;
      put(slots, hashes[size] ?? 0, size);
      size += 1;
      return size - 1;
    },
  };
}

function enlarge<T extends Int32Array | Uint16Array>(values: T, larger: T): T {
  larger.set(values);
  return larger;
}

function put(slots: Int32Array, hash: number, number: number): void {
  let slot = hash & (slots.length - 1);
  while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
  slots[slot] = number + 1;
}
