import { hashCharacters } from './hash-characters.ts';

/**
 * Numbers short texts, in the order in which they come. A knowledge of 100,000 passages has 200,000 words and as many stems: a
 * `Map` takes 35 bytes for each of them beside the text, this some 18.
 */
export interface TextTable {
  /** The texts, by their numbers. */
  readonly texts: readonly string[];
  /** The number of a text, or -1 for one that is not there. */
  numberOf(text: string): number;
  /** The number of a text, which is taken where it is not there. */
  take(text: string): number;
}

const firstSlots = 1024;

/** An empty table: open addressing, at most half full. */
export function createTextTable(): TextTable {
  const texts: string[] = [];
  /** For each slot the number of its text, counted from 1; 0 for an empty one. */
  let slots = new Int32Array(firstSlots);

  /** The slot of a text, or the empty one that it belongs to. */
  const findSlot = (text: string): number => {
    const mask = slots.length - 1;
    let slot = hashCharacters(text, 0, text.length) & mask;
    for (;;) {
      const number = slots[slot] ?? 0;
      if (number === 0 || texts[number - 1] === text) return slot;
      slot = (slot + 1) & mask;
    }
  };
  const grow = (): void => {
    slots = new Int32Array(2 * slots.length);
    texts.forEach((text, number) => (slots[findSlot(text)] = number + 1));
  };
  return {
    texts,
    numberOf: (text) => (slots[findSlot(text)] ?? 0) - 1,
    take(text) {
      const known = (slots[findSlot(text)] ?? 0) - 1;
      if (known >= 0) return known;
      if (2 * texts.length >= slots.length) grow();
      texts.push(text);
      slots[findSlot(text)] = texts.length;
      return texts.length - 1;
    },
  };
}
