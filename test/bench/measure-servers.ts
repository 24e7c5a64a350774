import { answerQuestion } from '../../src/answer/answer-question.ts';
import { parseCorpus } from '../../src/corpus/parse-corpus.ts';
import type { Document } from '../../src/corpus/document.ts';
import { quantile } from '../../src/evaluation/statistics.ts';
import { extendSnapshot } from '../../src/library/extend-snapshot.ts';
import { buildSnapshot, type Snapshot } from '../../src/library/snapshot.ts';
import { loadMeaning } from '../../src/storage/load-meaning.ts';

import type { ServerFigures } from './figures.ts';
import { generateTexts, type MadeQuestion } from './generate-texts.ts';
import { readWords } from './word-list.ts';

/**
 * Measures servers with entries of their own on top of common passages, in a process of its own:
 * `measure-servers.ts PASSAGES SERVERS ENTRIES SEED`.
 */

const bytesInMb = 2 ** 20;
/** Characters of an entry's answer: a moderator writes two or three sentences. */
const answerLength = 350;

const [passages = '', servers = '', entries = '', seed = ''] = process.argv.slice(2);
const figures = await measure(Number(passages), Number(servers), Number(entries), Number(seed));
process.stdout.write(JSON.stringify(figures));

async function measure(
  passages: number,
  servers: number,
  entries: number,
  seed: number,
): Promise<ServerFigures> {
  const meaning = await loadMeaning();
  const words = await readWords();
  const { files } = generateTexts(words, passages, 1, seed);
  const base = buildSnapshot({ files, problems: [] }, new Map(), meaning, 0);
  const baseMb = residentMb();
  const kept: Snapshot[] = [];
  const times: number[] = [];
  for (let server = 1; server <= servers; server += 1) {
    const { questions } = generateTexts(words, entries, entries, seed + server);
    const documents = writeEntries(server, questions);
    const from = performance.now();
    const snapshot = extendSnapshot(base, documents, []);
    answerQuestion(questions[0]?.question ?? '', snapshot.index);
    times.push(performance.now() - from);
    kept.push(snapshot);
  }
  return {
    passages: base.passages.length,
    servers: kept.length,
    entries,
    baseMb,
    allMb: residentMb(),
    savedToAnsweredMs: quantile(times, 0.5),
    worstSavedToAnsweredMs: Math.max(...times),
  };
}

function residentMb(): number {
  globalThis.gc?.();
  return process.memoryUsage.rss() / bytesInMb;
}

function writeEntries(server: number, questions: readonly MadeQuestion[]): readonly Document[] {
  const text = questions
    .map(
      ({ question, passage }, i) =>
        `## ${question.slice(0, -1)} ${i}?\n\n${passage.slice(0, answerLength)}\n`,
    )
    .join('\n');
  return parseCorpus([{ path: `faq/${server}.md`, text }]).documents;
}
