import { expect, test } from 'vitest';

import { tryQuestions } from './try-questions.ts';

test.each([
  ['Chinese', 'zh'],
  ['Japanese', 'ja'],
  ['German', 'de'],
  ['French', 'fr'],
  ['Portuguese', 'pt'],
  ['Italian', 'it'],
])('%s knowledge (%s): the passage that answers comes first', async (_, language) => {
  const folder = `test/ranking/languages/${language}`;
  const trials = await tryQuestions(`${folder}/knowledge`, `${folder}/questions.jsonl`);
  expect(trials.length).toBeGreaterThanOrEqual(4);
  expect(trials.filter(({ place }) => place !== 0).map(({ labelled }) => labelled.question)).toEqual([]);
});
