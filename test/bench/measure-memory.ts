import { answerQuestion } from '../../src/answer/answer-question.ts';
import { buildSnapshot } from '../../src/library/snapshot.ts';
import { loadMeaning } from '../../src/storage/load-meaning.ts';

import type { MemoryFigures } from './figures.ts';
import { generateTexts } from './generate-texts.ts';
import { readWords } from './word-list.ts';

/** Measures the memory of the bot's knowledge in a process of its own: `measure-memory.ts PASSAGES QUESTIONS SEED`. */

const bytesInMb = 2 ** 20;

const [passages = '', questions = '', seed = ''] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await measure(Number(passages), Number(questions), Number(seed))));

async function measure(passages: number, count: number, seed: number): Promise<MemoryFigures> {
  const meaning = await loadMeaning();
  const texts = generateTexts(await readWords(), passages, count, seed);
  globalThis.gc?.();
  const from = performance.now();
  const snapshot = buildSnapshot({ files: texts.files, problems: [] }, new Map(), meaning, 0);
  const buildMs = performance.now() - from;
  for (const { question } of texts.questions) answerQuestion(question, snapshot.index);
  const residentMb = process.memoryUsage.rss() / bytesInMb;
  globalThis.gc?.();
  const collectedMb = process.memoryUsage.rss() / bytesInMb;
  return { passages: snapshot.passages.length, buildMs, residentMb, collectedMb };
}
