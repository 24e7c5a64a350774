import { answerQuestion } from '../../src/answer/answer-question.ts';
import { quantile } from '../../src/evaluation/statistics.ts';
import { emptyFields, type Entry } from '../../src/library/entry.ts';
import type { Scope } from '../../src/library/library.ts';
import { createServerSnapshots, type ServerStore } from '../../src/library/server-snapshots.ts';
import { buildSnapshot } from '../../src/library/snapshot.ts';
import { loadMeaning } from '../../src/storage/load-meaning.ts';

import type { ServerFigures } from './figures.ts';
import { generateTexts } from './generate-texts.ts';
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
  const list = (guildId: string): readonly Entry[] => writeEntries(words, entries, seed + Number(guildId));
  const snapshots = await createServerSnapshots({
    store: createStore(list),
    before: new Map(),
    logger: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  const ask = async (server: number): Promise<number> => {
    const scope: Scope = { guildId: String(server), reader: null, caution: 'usual' };
    // What is timed begins with the entries: a database would give them, and not make them up.
    const question = list(String(server))[0]?.question ?? '';
    await snapshots.reload(String(server));
    const from = process.cpuUsage();
    answerQuestion(question, (await snapshots.get(base, scope)).index);
    const used = process.cpuUsage(from);
    return (used.user + used.system) / 1000;
  };
  const times: number[] = [];
  for (let server = 1; server <= servers; server += 1) times.push(await ask(server));
  return {
    passages: base.passages.length,
    servers,
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

/** A store that keeps nothing in memory, as one on a disk: it makes the entries of a server up whenever it is asked. */
function createStore(list: (guildId: string) => readonly Entry[]): ServerStore {
  return {
    entries: { list: (guildId) => Promise.resolve(list(guildId)) },
    aliasLinks: () => Promise.resolve([]),
    revision: () => Promise.resolve(1),
    watch: () => Promise.resolve(),
  };
}

function writeEntries(words: readonly string[], entries: number, seed: number): readonly Entry[] {
  const made = generateTexts(words, entries, entries, seed).questions.map(({ question, passage }, i) => ({
    ...emptyFields,
    id: String(i),
    guildId: String(seed),
    version: 1,
    updatedAt: 0,
    question: `${question.slice(0, -1)} ${i}?`,
    answer: passage.slice(0, answerLength),
  }));
  // What a database gives keeps no longer text alive that it is a part of.
  return structuredClone(made);
}
