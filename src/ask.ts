import { createInterface } from 'node:readline';

import { Command } from 'commander';

import type { Library } from './library/library.ts';
import { openLibrary } from './open-library.ts';
import { toReplyLocale } from './render/locale.ts';
import { toJson } from './render/to-json.ts';
import { toTerminal } from './render/to-terminal.ts';
import { knowledgeOption, runTerminalCommand } from './terminal-command.ts';

interface Options {
  readonly knowledge: string;
  readonly json: boolean;
}

const command = new Command('ask')
  .description('Answers a question from the knowledge, or every line of standard input when there is none.')
  .argument('[question...]', 'the question')
  .addOption(knowledgeOption())
  .option('--json', 'print one JSON object a question', false)
  .action(async (words: string[], options: Options) => {
    const library = await openLibrary(options.knowledge);
    const question = words.join(' ').trim();
    if (question !== '') {
      await ask(question, library, options);
      return;
    }
    for await (const line of createInterface({ input: process.stdin })) {
      if (line.trim() !== '') await ask(line.trim(), library, options);
    }
  });

async function ask(question: string, library: Library, { json }: Options): Promise<void> {
  const from = performance.now();
  const answer = await library.answer(question);
  const tookMs = performance.now() - from;
  const text = json
    ? JSON.stringify(toJson(question, answer, tookMs))
    : `${toTerminal(answer, { locale: toReplyLocale(process.env['LANG'] ?? null), hasBold: process.stdout.isTTY })}\n`;
  process.stdout.write(`${text}\n`);
}

await runTerminalCommand(command);
