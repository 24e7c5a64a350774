/**
 * What a run is, in this order: acronyms with full stops, numbers with separators, C# and C++, words with inner apostrophes.
 * Every alternative consumes a run of one class, so matching is linear in the length of the text.
 */
export const runPattern =
  /(?<![\p{L}\p{N}])(?:\p{L}\.){2,}|\p{N}+(?:[.,]\p{N}+)+|(?<![\p{L}\p{N}])\p{L}(?:\+\+|#)|[\p{L}\p{N}\p{M}\p{Cf}]+(?:['’](?=\p{L})[\p{L}\p{M}\p{Cf}]+)*/gu;

/** Remembers where it looks from. */
const finder = new RegExp(runPattern);

/**
 * Where the runs of characters stand that hold the words of a text, in order: start and end of each in turn.
 *
 * Most runs are ASCII letters and digits with nothing beside them that could belong to them. Those are found one
 * character after the other, since the pattern takes several times as long to find the same.
 */
export function placeRuns(text: string): readonly number[] {
  const places: number[] = [];
  let at = 0;
  while (at < text.length) {
    const kind = kindAt(text, at);
    if (kind === gap) {
      at += 1;
      continue;
    }
    const end = kind === rare ? at : plainEnd(text, at);
    if (end > at && standsAlone(text, at, end)) {
      places.push(at, end);
      at = end;
      continue;
    }
    finder.lastIndex = at;
    const found = finder.exec(text);
    if (found === null) break;
    at = found.index + found[0].length;
    places.push(found.index, at);
  }
  return places;
}

/** Kinds of characters: ASCII that is in no word, letters and digits of ASCII, and all that is not ASCII. */
const [gap, letter, digit, rare] = [0, 1, 2, 3];

const kinds = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/\d/.test(character)) return digit;
  return /[a-z]/i.test(character) ? letter : gap;
});

/** The kind of a character; behind the end of a text there is a gap. */
function kindAt(text: string, at: number): number {
  return at < text.length ? (kinds[text.charCodeAt(at)] ?? rare) : gap;
}

function plainEnd(text: string, start: number): number {
  let end = start + 1;
  for (let kind = kindAt(text, end); kind === letter || kind === digit; kind = kindAt(text, end)) end += 1;
  return end;
}

/** Whether a run of ASCII letters and digits is surely one by itself; otherwise the pattern tells. */
function standsAlone(text: string, start: number, end: number): boolean {
  if (end === text.length) return true;
  const isLetter = end - start === 1;
  switch (text.charAt(end)) {
    case "'":
      return false;
    case '+':
    case '#':
      return !isLetter;
    case '.':
      // A letter may begin an acronym, and a number may go on.
      return !isLetter && kindAt(text, end + 1) < digit;
    case ',':
      return kindAt(text, end + 1) < digit;
    default:
      return kindAt(text, end) !== rare;
  }
}
