import { create, insertMultiple, search } from '@orama/orama';
import { stemmer } from '@orama/stemmers/english';
import { Charset, Encoder, Index } from 'flexsearch';
import englishPreset from 'flexsearch/lang/en';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import { z } from 'zod';

import { chooseEngine } from '../../src/storage/database/sqlite.ts';
import { stopWordsOf } from '../../src/text/stop-words.ts';

import { wantedResults, type BuildEngine } from './engine.ts';

/** MiniSearch as it comes. */
export const buildMiniSearch: BuildEngine = (passages) => {
  const index = new MiniSearch({ fields: ['title', 'text'] });
  index.addAll(passages);
  const ask = (question: string): readonly string[] =>
    index
      .search(question)
      .slice(0, wantedResults)
      .map(({ id }) => String(id));
  return Promise.resolve({ ask, firstTen: (question) => Promise.resolve(ask(question)) });
};

/** lunr with its pipeline of trimmer, stop words and Porter's stemmer; its query signs are taken out of questions. */
export const buildLunr: BuildEngine = (passages) => {
  const index = lunr((builder) => {
    builder.field('title');
    builder.field('text');
    for (const { id, title, text } of passages) builder.add({ id, title, text });
  });
  const ask = (question: string): readonly string[] =>
    index
      .search(question.replace(/[~^:*+\-?]/gu, ' '))
      .slice(0, wantedResults)
      .map(({ ref }) => ref);
  return Promise.resolve({ ask, firstTen: (question) => Promise.resolve(ask(question)) });
};

/** FlexSearch with its English encoder, and suggestions, without which all words of a question must occur. */
export const buildFlexSearch: BuildEngine = (passages) => {
  const index = new Index({ encoder: new Encoder(Charset.Default).assign(englishPreset) });
  passages.forEach(({ title, text }, number) => index.add(number, `${title} ${text}`));
  const ask = (question: string): readonly number[] =>
    index.search(question, { suggest: true, limit: wantedResults }).map(Number);
  return Promise.resolve({
    ask,
    firstTen: (question) => Promise.resolve(ask(question).map((number) => passages[number]?.id ?? '')),
  });
};

/** Orama with its stemmer, and stop words out. */
export const buildOrama: BuildEngine = async (passages) => {
  const database = create({
    schema: { title: 'string', text: 'string' },
    components: { tokenizer: { stemming: true, stemmer, stopWords: [...stopWordsOf('en')] } },
  });
  await insertMultiple(
    database,
    passages.map(({ id, title, text }) => ({ id, title, text })),
    1000,
  );
  const ask = async (question: string): Promise<readonly string[]> => {
    const { hits } = await search(database, { term: question, limit: wantedResults });
    return hits.map(({ id }) => id);
  };
  return { ask, firstTen: ask };
};

const rows = z.array(z.object({ rowid: z.number() }));

/** SQLite's FTS5 in memory with Porter's stemmer, optimised after building; stop words are taken out of questions. */
export const buildFts5: BuildEngine = async (passages) => {
  const connect = await chooseEngine();
  const database = connect(':memory:');
  database.exec("CREATE VIRTUAL TABLE passages USING fts5(title, text, tokenize = 'porter unicode61')");
  const insert = database.prepare('INSERT INTO passages(rowid, title, text) VALUES (?, ?, ?)');
  database.exec('BEGIN');
  passages.forEach(({ title, text }, number) => insert.run(number, title, text));
  database.exec('COMMIT');
  database.exec("INSERT INTO passages(passages) VALUES ('optimize')");
  const select = database.prepare(
    `SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ${wantedResults}`,
  );
  const stopWords = new Set(stopWordsOf('en'));
  const ask = (question: string): readonly number[] => {
    const words = question.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const content = words.filter((word) => !stopWords.has(word));
    const terms = (content.length > 0 ? content : words).map((word) => `"${word}"`);
    return rows.parse(select.all(terms.join(' OR '))).map(({ rowid }) => rowid);
  };
  return {
    ask,
    firstTen: (question) => Promise.resolve(ask(question).map((number) => passages[number]?.id ?? '')),
  };
};
