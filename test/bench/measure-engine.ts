import { parseCorpus } from '../../src/corpus/parse-corpus.ts';
import { quantile, share } from '../../src/evaluation/statistics.ts';
import { cutPassages } from '../../src/passages/cut-passages.ts';

import { engines } from './engines.ts';
import type { EngineFigures } from './figures.ts';
import { generateTexts, type MadeQuestion } from './generate-texts.ts';
import { readWords } from './word-list.ts';

/** Measures one engine in a process of its own: `measure-engine.ts ENGINE PASSAGES QUESTIONS SEED`. */

/** Asked before anything is timed, so that code is compiled: every so many-th question. */
const warmUpEvery = 3;

const [engine = '', passages = '', questions = '', seed = ''] = process.argv.slice(2);
process.stdout.write(
  JSON.stringify(await measure(engine, Number(passages), Number(questions), Number(seed))),
);

async function measure(name: string, passages: number, count: number, seed: number): Promise<EngineFigures> {
  const load = engines.get(name);
  if (load === undefined) throw new RangeError(`There is no engine "${name}".`);
  const build = await load();
  const texts = generateTexts(await readWords(), passages, count * (1 + 1 / warmUpEvery), seed);
  const cut = cutPassages(parseCorpus(texts.files).documents);
  globalThis.gc?.();
  const from = performance.now();
  const built = await build(cut);
  const buildMs = performance.now() - from;
  const [warmUp, asked] = part(texts.questions);
  for (const { question } of warmUp) await built.ask(question);
  const times: number[] = [];
  const usedBefore = process.cpuUsage();
  for (const { question } of asked) {
    const start = performance.now();
    await built.ask(question);
    times.push(performance.now() - start);
  }
  const used = process.cpuUsage(usedBefore);
  const idOf = new Map(cut.map(({ id, text }) => [text, id]));
  const places: number[] = [];
  for (const { question, passage } of asked) {
    places.push((await built.firstTen(question)).indexOf(idOf.get(passage) ?? ''));
  }
  return {
    engine: name,
    passages: cut.length,
    buildMs,
    p50Ms: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
    processorMs: (used.user + used.system) / 1000 / asked.length,
    hitAt1: share(places, (place) => place === 0),
    hitAt10: share(places, (place) => place >= 0),
  };
}

/** Questions to warm up with, and those that are timed. */
function part(
  questions: readonly MadeQuestion[],
): readonly [readonly MadeQuestion[], readonly MadeQuestion[]] {
  const isWarmUp = (_: MadeQuestion, i: number): boolean => i % (warmUpEvery + 1) === 0;
  return [questions.filter(isWarmUp), questions.filter((one, i) => !isWarmUp(one, i))];
}
