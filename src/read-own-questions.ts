import { realpath } from 'node:fs/promises';
import { join } from 'node:path';

import { readQuestionRows } from './evaluation/question-set.ts';
import { readSourceFile } from './storage/read-source-file.ts';

/** Name of the file in the knowledge folder that says how the knowledge should answer; it is no source file. */
export const questionFile = 'questions.jsonl';

/** The questions of the knowledge folder's own `questions.jsonl`; none where there is no such file, or no folder. */
export async function readOwnQuestions(folder: string): Promise<readonly string[]> {
  // A folder that was unmounted must not keep moderators from writing entries.
  const root = await realpath(folder).catch(() => null);
  if (root === null) return [];
  const result = await readSourceFile(root, { path: questionFile, realPath: join(root, questionFile) });
  if (result.outcome !== 'read') return [];
  return readQuestionRows(result.file.text).flatMap((row) =>
    'mistake' in row ? [] : [row.labelled.question],
  );
}
