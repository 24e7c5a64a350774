const sentencesEach = 5000;

/**
 * Entries of thousands of sentences each: a question that is no exact name measures all of them, which takes hundreds
 * of milliseconds. They are named `Which tea?`, `Which map?`, `Which key?` and `Which cup?`.
 */
export const slowKnowledge: Readonly<Record<string, string>> = Object.fromEntries(
  ['tea', 'map', 'key', 'cup'].map((word) => {
    const sentences = Array.from(
      { length: sentencesEach },
      (_unused, number) => `The ${word} of desk ${number} stands by the pool of ${number % 9} stones.`,
    );
    return [`faq/${word}.md`, `## Which ${word}?\n\n${sentences.join(' ')}\n`];
  }),
);

/** A question that takes so long. */
export const slowQuestion = 'When does the pool by the desk open, with a key and a cup?';
