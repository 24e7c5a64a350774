import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { prepareTrial } from '../../src/evaluation/prepare-trial.ts';
import { parseQuestionSet } from '../../src/evaluation/question-set.ts';
import { tryQuestion, type Trial } from '../../src/evaluation/try-question.ts';
import { createFileKnowledge } from '../../src/storage/file-knowledge.ts';
import { loadMeaning } from '../../src/storage/load-meaning.ts';

function pathOf(place: string): string {
  return fileURLToPath(new URL(`../../${place}`, import.meta.url));
}

/** The lines of a question set; places are relative to the project. */
export async function readQuestions(place: string): Promise<string> {
  return readFile(pathOf(place), 'utf8');
}

/** Asks a set of labelled questions of a folder of knowledge, both named relative to the project. */
export async function tryQuestions(knowledge: string, questions: string): Promise<readonly Trial[]> {
  const { files } = await createFileKnowledge({ folder: pathOf(knowledge) }).read();
  const trial = prepareTrial(files, parseQuestionSet(await readQuestions(questions)), {
    meaning: await loadMeaning(),
    without: new Set(),
    typosSeed: null,
    aliases: 0,
  });
  return trial.questions.map((labelled) => tryQuestion(labelled, trial.index, () => 0));
}
