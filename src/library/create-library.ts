import type { Answer } from '../answer/answer.ts';
import { answerEntry, answerQuestion } from '../answer/answer-question.ts';
import { chooseSnippets } from '../answer/choose-snippets.ts';
import { explainQuestion } from '../answer/explain-question.ts';
import { numbersFor } from '../search/fitted.ts';

import { compareAnswers } from './compare-answers.ts';
import { holdSnapshot, type SnapshotParts } from './hold-snapshot.ts';
import type { Library, LibraryStatus, Scope, SimilarEntry } from './library.ts';
import { listTopics } from './list-topics.ts';
import { relatedKey } from './related-key.ts';
import { createSameMeaning, type SameMeaning } from './same-meaning.ts';
import { createServerSnapshots } from './server-snapshots.ts';
import { countPassages, passageByKey, type Snapshot } from './snapshot.ts';
import type { Store } from './store.ts';
import { suggestEntries } from './suggest-entries.ts';

/** What a library is made of. */
export interface LibraryParts extends SnapshotParts {
  /** What servers add to the knowledge; null where there are no servers, as in the terminal. */
  readonly store: Store | null;
}

/**
 * Builds the first snapshot and holds the current one from then on.
 * @throws what `knowledge.read` throws when the knowledge folder cannot be read at all.
 */
export async function createLibrary(parts: LibraryParts): Promise<Library> {
  const { store, meaning } = parts;
  const sameMeaning = createSameMeaning(meaning);
  const snapshots = await holdSnapshot(parts);
  const servers = store === null ? null : await createServerSnapshots({ ...parts, store });
  const counts = { answered: 0, suggested: 0, unanswered: 0 };
  const timesAsked = new Map<string, number>();

  const count = (answer: Answer): Answer => {
    counts[answer.outcome] += 1;
    const first = answer.outcome === 'answered' ? answer.snippets[0] : undefined;
    if (first !== undefined) timesAsked.set(first.passageId, (timesAsked.get(first.passageId) ?? 0) + 1);
    return answer;
  };
  const snapshotFor = (scope: Scope): Promise<Snapshot> =>
    servers?.get(snapshots.current(), scope) ?? Promise.resolve(snapshots.current());

  return {
    answer: async (question, scope) => count(answerQuestion(question, (await snapshotFor(scope)).index)),
    explain: async (question, scope) => explainQuestion(question, (await snapshotFor(scope)).index),
    find: async (text, scope, limit) => find(await snapshotFor(scope), text, limit),
    suggestEntries: async (typed, scope, limit) =>
      suggestEntries((await snapshotFor(scope)).entries, typed, limit, timesAsked),
    similarEntries: async (question, scope, limit) =>
      findSimilar(await snapshotFor(scope), question, sameMeaning).slice(0, limit),
    entry: async (name, scope) => openEntry(await snapshotFor(scope), name),
    async topics(scope) {
      const { corpus, passages } = await snapshotFor(scope);
      return listTopics(corpus.documents, passages);
    },
    passage: async (key, scope) => passageByKey(await snapshotFor(scope), key),
    related: async (key, scope) => (await snapshotFor(scope)).names.get(key) ?? null,
    async impact({ guildId, fields, id }, questions) {
      if (servers === null) return [];
      const base = snapshots.current();
      const draft = await servers.draft(base, guildId, fields, id);
      return compareAnswers(await snapshotFor({ guildId }), draft, questions);
    },
    reloadServer: async (guildId) => servers?.reload(guildId),
    status: async (scope) => statusOf(await snapshotFor(scope), { ...counts }),
    refresh: (options) => snapshots.refresh(options?.confirmed === true),
  };
}

function findSimilar(
  { passages }: Snapshot,
  question: string,
  sameMeaning: SameMeaning,
): readonly SimilarEntry[] {
  const entries = passages.flatMap(({ id, question: own, aliases }) =>
    own === null ? [] : [{ id, question: own, phrasings: [own, ...aliases] }],
  );
  return sameMeaning.find(question, entries).map(({ item, phrasing, likeness }) => ({
    id: item.id,
    question: item.question,
    phrasing,
    similarity: likeness,
  }));
}

function find({ index }: Snapshot, text: string, limit: number): ReturnType<typeof chooseSnippets> {
  const query = index.parse(text);
  const hits = index
    .search(query, limit * 2)
    .filter(({ evidence }) => (evidence.features['coverage'] ?? 0) > 0);
  return chooseSnippets(hits, limit, numbersFor(index.fitted, query));
}

function openEntry({ passages }: Snapshot, name: string): Answer | null {
  const entry = passages.find(
    ({ id, question }) => question !== null && (id === name || question === name || relatedKey(id) === name),
  );
  return entry === undefined ? null : answerEntry(entry);
}

function statusOf(snapshot: Snapshot, questions: LibraryStatus['questions']): LibraryStatus {
  return {
    documents: new Set(snapshot.corpus.documents.map(({ path }) => path)).size,
    passages: countPassages(snapshot),
    entries: snapshot.entries.length,
    languages: snapshot.languages,
    refreshedAt: new Date(snapshot.builtAt),
    problems: snapshot.corpus.problems,
    questions,
  };
}
