import { relatedKey } from '../library/related-key.ts';

import type { Button } from './reply.ts';

/** A button for each question, which asks it for the person who clicks. */
export function askButtons(questions: readonly string[]): readonly Button[] {
  return questions.map((question) => ({
    label: question,
    action: { name: 'ask', argument: relatedKey(question) },
    look: 'quiet',
  }));
}
