import { expect, test } from 'vitest';

import { indexFiles } from '../support/index-files.ts';

/** Whether a sentence is found to hold what the question asks for. */
function holds(question: string, sentence: string): boolean {
  const index = indexFiles({ 'articles/a.md': `# Title\n\n${sentence}\n` });
  const [hit] = index.search(index.parse(question), 1);
  return hit?.evidence.sentences[0]?.holdsAsked === 1;
}

test.each([
  ['how many planes flew', 'Seven planes flew there.', 'Some planes flew there.'],
  ['how many planes flew in 2025', '37 planes flew in 2025.', 'Many planes flew in 2025.'],
  ['when did it open', 'It opened in March.', 'It opened late.'],
  ['who has the key', 'The key is with Anna Berg.', 'The key is with the keeper.'],
  ['who is Anna Berg', 'She and Carl Roth are Anna Berg and her friend.', 'The friend is Anna Berg.'],
  ['where did they fly', 'They flew to Houston.', 'They flew away.'],
  ['how old is the tower', 'The tower is 90 years old.', 'The tower is old.'],
  ['how long may I keep it', 'You may keep it for four weeks.', 'You may keep it.'],
  ['how much does a copy cost', 'A copy is 2 dollars.', 'A copy is cheap.'],
  ['why is it closed', 'It is closed because of snow.', 'It is closed.'],
  ['what percentage came back', 'Half of them came back, 50 percent.', 'All came back.'],
])(
  'a sentence holds what is asked for, beyond what the question says itself: %s',
  (question, right, wrong) => {
    expect(holds(question, right)).toBe(true);
    expect(holds(question, wrong)).toBe(false);
  },
);
