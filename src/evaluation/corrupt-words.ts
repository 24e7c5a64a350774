/** Share of words that get a slip of the keyboard. */
const corruptedShare = 0.3;

/** Shorter words are rarely mistyped, and a slip in one leaves nothing to tell it by. */
const shortestCorrupted = 4;

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** One character dropped, doubled, replaced or swapped with the next one in 30 % of the words. */
export function corruptWords(text: string, random: () => number): string {
  return text.replace(/\p{L}+/gu, (word) => {
    const characters = Array.from(word);
    return characters.length >= shortestCorrupted && random() < corruptedShare
      ? corruptWord(characters, random)
      : word;
  });
}

function corruptWord(characters: readonly string[], random: () => number): string {
  const at = 1 + Math.floor(random() * (characters.length - 2));
  const [before, character, next, after] = [
    characters.slice(0, at).join(''),
    characters[at] ?? '',
    characters[at + 1] ?? '',
    characters.slice(at + 2).join(''),
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
