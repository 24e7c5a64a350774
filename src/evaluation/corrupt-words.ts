/** Share of words that get a slip of the keyboard. */
const corruptedShare = 0.3;

/** Shorter words are rarely mistyped, and a slip in one leaves nothing to tell it by. */
const shortestCorrupted = 4;

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** One character dropped, doubled, replaced or swapped with the next one in 30 % of the words. */
export function corruptWords(text: string, random: () => number): string {
  return text.replace(/\p{L}+/gu, (word) =>
    word.length >= shortestCorrupted && random() < corruptedShare ? corruptWord(word, random) : word,
  );
}

function corruptWord(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const [before, character, next, after] = [
    word.slice(0, at),
    word.slice(at, at + 1),
    word.slice(at + 1, at + 2),
    word.slice(at + 2),
  ];
  const letter = letters[Math.floor(random() * letters.length)] ?? 'e';
  switch (Math.floor(random() * 4)) {
    case 0:
      return before + next + after;
    case 1:
      return before + character + letter + next + after;
    case 2:
      return before + letter + next + after;
    default:
      return before + next + character + after;
  }
}
