import { Option, type Command } from 'commander';

/** Exit code for bad usage and for a folder that cannot be read. */
const badUsage = 2;

/** `--knowledge DIR`, which falls back to `KNOWLEDGE_DIR` and then to the folder that comes with Footnote. */
export function knowledgeOption(): Option {
  return new Option('--knowledge <folder>', 'folder that holds the knowledge')
    .env('KNOWLEDGE_DIR')
    .default('knowledge');
}

/** Runs a command of the terminal; whatever goes wrong is one sentence on standard error and exit code 2. */
export async function runTerminalCommand(command: Command): Promise<void> {
  command.exitOverride().configureOutput({ writeErr: () => undefined });
  try {
    await command.parseAsync();
  } catch (error) {
    if (isHelp(error)) return;
    process.stderr.write(`${sentenceOf(error)}\n`);
    process.exitCode = badUsage;
  }
}

function isHelp(error: unknown): boolean {
  return error instanceof Error && 'exitCode' in error && error.exitCode === 0;
}

function sentenceOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^error: /u, '');
}

/** File names and questions are written by others: no control character of theirs reaches the terminal. */
export function printable(line: string): string {
  return line.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\u{${code.toString(16)}}`;
  });
}
