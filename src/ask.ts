import { createInterface } from 'node:readline';

import { Command } from 'commander';

import { commonScope, type Library } from './library/library.ts';
import { openLibrary } from './open-library.ts';
import { say } from './render/catalog/say.ts';
import { toReplyLocale, type ReplyLocale } from './render/locale.ts';
import { shownTopics } from './render/say-topics.ts';
import { reasonsToJson, toJson } from './render/to-json.ts';
import { explanationToTerminal, toTerminal } from './render/to-terminal.ts';
import { knowledgeOption, runTerminalCommand } from './terminal-command.ts';

interface Options {
  readonly knowledge: string;
  readonly json: boolean;
  readonly explain: boolean;
}

const command = new Command('ask')
  .description('Answers a question from the knowledge, or every line of standard input when there is none.')
  .argument('[question...]', 'the question')
  .addOption(knowledgeOption())
  .option('--json', 'print one JSON object a question', false)
  .option('--explain', 'say what speaks for the answer and against it', false)
  .action(async (words: string[], options: Options) => {
    const question = words.join(' ').trim();
    // A program that passes on an empty text would otherwise wait for ever for lines of standard input.
    if (words.length > 0 && question === '') throw new Error('The question is empty: write one.');
    const library = await openLibrary(options.knowledge);
    if (question !== '') {
      await ask(question, library, options);
      return;
    }
    if (process.stdin.isTTY) process.stderr.write(`${say(terminalLocale(), 'typeQuestion', {})}\n`);
    for await (const line of createInterface({ input: process.stdin })) {
      if (line.trim() !== '') await ask(line.trim(), library, options);
    }
  });

async function ask(question: string, library: Library, { json, explain }: Options): Promise<void> {
  const from = performance.now();
  const answer = await library.answer(question, commonScope);
  const tookMs = performance.now() - from;
  const explanation = explain ? await library.explain(question, commonScope) : null;
  if (json) {
    const reasons = explanation === null ? {} : { reasons: reasonsToJson(explanation) };
    print(JSON.stringify({ ...toJson(question, answer, tookMs), ...reasons }));
    return;
  }
  const topics = await library.topicTitles(commonScope, shownTopics);
  const context = { locale: terminalLocale(), hasBold: process.stdout.isTTY, now: new Date(), topics };
  print(`${toTerminal(answer, context)}\n`);
  if (explanation !== null) print(`${explanationToTerminal(explanation, context)}\n`);
}

function terminalLocale(): ReplyLocale {
  return toReplyLocale(process.env['LANG'] ?? null);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

await runTerminalCommand(command);
