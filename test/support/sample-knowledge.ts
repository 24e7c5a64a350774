/** A small library's FAQ: short texts whose words do not occur twice, so that each question has one answer. */
export const sampleKnowledge = {
  'faq/library.md': `# The library

## When does the reading room open?

The reading room opens at nine in the morning and closes at six.

## How many books may I borrow?

Each reader may borrow seven books for four weeks.

## Where do I return a book?

Put the book into the green box beside the entrance. It is emptied every evening.
`,
  'articles/map-room.md': `# The map room

## Opening a drawer

Ask the keeper for the brass key before you open a drawer. The key hangs behind the desk.

## Copies

Copies of maps cost two coins each and are ready on Thursday.
`,
} as const;
