import { splitWords } from '../text/words.ts';

import type { Document, FaqEntry } from './document.ts';
import { shorten, type Problem } from './problem.ts';

/**
 * A warning for each question or alias that an entry before has already, apart from case, accents and punctuation:
 * whoever asks it gets one of the two answers, and an author hardly meant to write two.
 */
export function findRepeatedQuestions(documents: readonly Document[]): readonly Problem[] {
  const owners = new Map<string, FaqEntry>();
  const problems: Problem[] = [];
  for (const document of documents) {
    if (document.kind === 'article') continue;
    for (const name of [document.question, ...document.aliases]) {
      const key = keyOf(name, document);
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, document);
      else if (owner !== document && key !== '') problems.push(repeatedQuestion(name, document, owner));
    }
  }
  return problems;
}

function keyOf(name: string, { language }: FaqEntry): string {
  return splitWords(name, language)
    .map(({ text }) => text)
    .join(' ');
}

function repeatedQuestion(name: string, { path, questionLines }: FaqEntry, owner: FaqEntry): Problem {
  return {
    path,
    line: questionLines[0],
    severity: 'warning',
    rule: 'repeated-question',
    message: `unexpected second entry for "${shorten(name)}", expected one: it is asked in ${owner.path}:${owner.questionLines[0]} too`,
  };
}
