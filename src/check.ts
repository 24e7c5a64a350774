import { Command } from 'commander';

import { parseCorpus } from './corpus/parse-corpus.ts';
import { formatProblem } from './corpus/problem.ts';
import { createFileKnowledge } from './storage/file-knowledge.ts';
import { knowledgeOption, runTerminalCommand } from './terminal-command.ts';

const command = new Command('check')
  .description('Prints every problem of the knowledge; exit code 1 when one of them is an error.')
  .allowExcessArguments(false)
  .addOption(knowledgeOption())
  .action(async ({ knowledge }: { readonly knowledge: string }) => {
    const { files, problems: setAside } = await createFileKnowledge({ folder: knowledge }).read();
    const { documents, problems: found } = parseCorpus(files);
    const problems = [...setAside, ...found].sort((a, b) =>
      a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1,
    );
    for (const problem of problems) process.stdout.write(`${printable(formatProblem(problem))}\n`);
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    const counts = [
      count(files.length, 'file'),
      count(documents.length, 'document'),
      count(errors, 'error'),
      count(problems.length - errors, 'warning'),
    ];
    process.stdout.write(`${counts.join(', ')}\n`);
    if (errors > 0) process.exitCode = 1;
  });

function count(amount: number, thing: string): string {
  return `${amount} ${thing}${amount === 1 ? '' : 's'}`;
}

/** File names and questions are written by others: no control character of theirs reaches the terminal. */
function printable(line: string): string {
  return line.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\u{${code.toString(16)}}`;
  });
}

await runTerminalCommand(command);
