import { setImmediate } from 'node:timers/promises';

import type { Answer } from '../answer/answer.ts';
import { answerEntry } from '../answer/answer-question.ts';
import { atCaution } from '../answer/caution.ts';
import { chooseSnippets } from '../answer/choose-snippets.ts';
import { explainQuestion } from '../answer/explain-question.ts';
import { numbersFor } from '../search/fitted.ts';
import type { Meaning } from '../text/meaning.ts';

import { findClosestGap, type ClosestGap } from './closest-gap.ts';
import { compareAnswer } from './compare-answer.ts';
import type {
  AnswerChange,
  Answerer,
  DraftedEntry,
  LibraryStatus,
  RepeatedQuestions,
  Scope,
  SimilarEntry,
} from './library.ts';
import { listTopics } from './list-topics.ts';
import { relatedKey } from './related-key.ts';
import { remember } from './remember.ts';
import { rememberAnswers } from './remember-answers.ts';
import { createSameMeaning, type SameMeaning } from './same-meaning.ts';
import type { ServerSnapshots } from './server-snapshots.ts';
import { countPassages, passageByKey, type Snapshot } from './snapshot.ts';
import type { GapStore } from './store.ts';
import { suggestEntries } from './suggest-entries.ts';

/** What questions are answered with. */
export interface AnswererParts {
  /** The common snapshot that serves now. */
  readonly current: () => Snapshot;
  /** What servers add to it, and what each reader may read of it. */
  readonly servers: ServerSnapshots;
  /** Where gaps are looked for; null where there are none, as in the terminal. */
  readonly gaps: Pick<GapStore, 'list'> | null;
  readonly meaning: Meaning | null;
  /** Runs each search, so that somebody can see from outside how long it takes. */
  readonly searching: <T>(search: () => T) => T;
}

const noGap: ClosestGap = { gap: null, likeness: 0, known: 0 };

/** Answers from the current snapshot and what servers add to it. */
export function createAnswerer(parts: AnswererParts): Answerer {
  const { current, servers, gaps, meaning, searching } = parts;
  const sameMeaning = createSameMeaning(meaning);
  const topicsOf = remember(({ corpus, passages }: Snapshot) => listTopics(corpus.documents, passages));
  const memory = rememberAnswers();
  const snapshotFor = (scope: Scope): Promise<Snapshot> => servers.get(current(), scope);

  async function ask<T>(scope: Scope, search: (snapshot: Snapshot, common: Snapshot) => T): Promise<T> {
    const common = current();
    const snapshot = await servers.get(common, scope);
    return searching(() => search(snapshot, common));
  }

  async function impact(draft: DraftedEntry, questions: readonly string[]): Promise<readonly AnswerChange[]> {
    const after = await servers.draft(current(), draft);
    const before = await snapshotFor(draft.scope);
    const changes: AnswerChange[] = [];
    for (const question of questions) {
      const change = searching(() => compareAnswer(before, after, question));
      if (change !== null) changes.push(change);
      // There may be hundreds: whoever asks meanwhile is not to wait for all of them.
      await setImmediate();
    }
    return changes;
  }

  return {
    impact,
    answer: (question, scope) =>
      ask(scope, (snapshot, common) => memory.answer(question, scope.caution, snapshot, common)),
    explain: (question, scope) =>
      ask(scope, ({ index }) => explainQuestion(question, atCaution(index, scope.caution))),
    find: (text, scope, limit) => ask(scope, (snapshot) => find(snapshot, text, limit)),
    suggestEntries: (typed, scope, limit, popular) =>
      ask(scope, ({ entries }) => suggestEntries(entries, typed, limit, popular)),
    similarEntries: (question, scope, limit) =>
      ask(scope, (snapshot) => findSimilar(snapshot, question, sameMeaning).slice(0, limit)),
    entry: (name, scope) => ask(scope, (snapshot) => openEntry(snapshot, name)),
    topics: (scope) => ask(scope, topicsOf),
    topicTitles: (scope, limit) =>
      ask(scope, (snapshot) => [...new Set(topicsOf(snapshot).map(({ title }) => title))].slice(0, limit)),
    passage: (key, scope) => ask(scope, (snapshot) => passageByKey(snapshot, key)),
    related: (key, scope) => ask(scope, ({ names }) => names.get(key) ?? null),
    closestGap: (phrasing, guildId) =>
      gaps === null ? Promise.resolve(noGap) : findClosestGap(gaps, sameMeaning, phrasing, guildId),
    reloadServer: (guildId) => servers.reload(guildId),
    status: (scope) => ask(scope, (snapshot, common) => statusOf(snapshot, memory.counts(common))),
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

function statusOf(snapshot: Snapshot, repeated: RepeatedQuestions): Omit<LibraryStatus, 'questions'> {
  return {
    documents: new Set(snapshot.corpus.documents.map(({ path }) => path)).size,
    passages: countPassages(snapshot),
    entries: snapshot.entries.length,
    languages: snapshot.languages,
    refreshedAt: new Date(snapshot.builtAt),
    problems: snapshot.corpus.problems,
    repeated,
  };
}
