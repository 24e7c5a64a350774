import { realpath } from 'node:fs/promises';
import { join } from 'node:path';

import { Command } from 'commander';

import { answerQuestion } from './answer/answer-question.ts';
import { createAnswerIndex } from './answer/create-answer-index.ts';
import type { Document } from './corpus/document.ts';
import { parseCorpus } from './corpus/parse-corpus.ts';
import { formatProblem, type Problem } from './corpus/problem.ts';
import { checkAnswers } from './evaluation/check-answers.ts';
import { readQuestionRows } from './evaluation/question-set.ts';
import { cutPassages } from './passages/cut-passages.ts';
import { questionFile } from './read-own-questions.ts';
import { createFileKnowledge } from './storage/file-knowledge.ts';
import { loadMeaning } from './storage/load-meaning.ts';
import { readSourceFile } from './storage/read-source-file.ts';
import { knowledgeOption, printable, runTerminalCommand } from './terminal-command.ts';

const command = new Command('check')
  .description(
    'Prints every problem of the knowledge, and of its answers to its own questions.jsonl; exit code 1 when one of them is an error.',
  )
  .allowExcessArguments(false)
  .addOption(knowledgeOption())
  .action(async ({ knowledge }: { readonly knowledge: string }) => {
    const { files, problems: setAside } = await createFileKnowledge({ folder: knowledge }).read();
    const { documents, problems: found } = parseCorpus(files);
    const own = await askOwnQuestions(knowledge, documents);
    const problems = [...setAside, ...found, ...own.problems].sort((a, b) =>
      a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1,
    );
    for (const problem of problems) process.stdout.write(`${printable(formatProblem(problem))}\n`);
    const entries = documents.filter(({ kind }) => kind === 'entry').length;
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    const counts = [
      count(files.length, 'file'),
      count(documents.length - entries, 'article'),
      count(entries, 'FAQ entry', 'FAQ entries'),
      ...(own.asked === null ? [] : [count(own.asked, 'question')]),
      count(errors, 'error'),
      count(problems.length - errors, 'warning'),
    ];
    process.stdout.write(`${counts.join(', ')}\n`);
    if (errors > 0) process.exitCode = 1;
  });

interface OwnQuestions {
  /** How many were asked; null when the folder has no such file. */
  readonly asked: number | null;
  readonly problems: readonly Problem[];
}

async function askOwnQuestions(folder: string, documents: readonly Document[]): Promise<OwnQuestions> {
  const root = await realpath(folder);
  const result = await readSourceFile(root, { path: questionFile, realPath: join(root, questionFile) });
  if (result.outcome === 'gone') return { asked: null, problems: [] };
  if (result.outcome === 'set-aside') return { asked: null, problems: [result.problem] };
  const index = createAnswerIndex(cutPassages(documents), {
    meaning: await loadMeaning(),
    without: new Set(),
  });
  const rows = readQuestionRows(result.file.text);
  return {
    asked: rows.length,
    problems: checkAnswers(rows, questionFile, (question) => answerQuestion(question, index)),
  };
}

function count(amount: number, thing: string, things = `${thing}s`): string {
  return `${amount} ${amount === 1 ? thing : things}`;
}

await runTerminalCommand(command);
