import type { Answer } from '../answer/answer.ts';
import { answerEntry, answerQuestion } from '../answer/answer-question.ts';
import { chooseSnippets } from '../answer/choose-snippets.ts';
import { explainQuestion } from '../answer/explain-question.ts';
import { numbersFor } from '../search/fitted.ts';

import { holdSnapshot, type SnapshotParts } from './hold-snapshot.ts';
import type { Library, LibraryStatus } from './library.ts';
import { listTopics } from './list-topics.ts';
import { relatedKey } from './related-key.ts';
import { countPassages, passageByKey, type Snapshot } from './snapshot.ts';
import { suggestEntries } from './suggest-entries.ts';

/**
 * Builds the first snapshot and holds the current one from then on.
 * @throws what `knowledge.read` throws when the knowledge folder cannot be read at all.
 */
export async function createLibrary(parts: SnapshotParts): Promise<Library> {
  const snapshots = await holdSnapshot(parts);
  const counts = { answered: 0, suggested: 0, unanswered: 0 };
  const timesAsked = new Map<string, number>();

  const count = (answer: Answer): Answer => {
    counts[answer.outcome] += 1;
    const first = answer.outcome === 'answered' ? answer.snippets[0] : undefined;
    if (first !== undefined) timesAsked.set(first.passageId, (timesAsked.get(first.passageId) ?? 0) + 1);
    return answer;
  };

  return {
    answer: (question) => Promise.resolve(count(answerQuestion(question, snapshots.current().index))),
    explain: (question) => Promise.resolve(explainQuestion(question, snapshots.current().index)),
    find: (text, limit) => Promise.resolve(find(snapshots.current(), text, limit)),
    suggestEntries: (typed, limit) =>
      Promise.resolve(suggestEntries(snapshots.current().entries, typed, limit, timesAsked)),
    entry: (name) => Promise.resolve(openEntry(snapshots.current(), name)),
    topics: () =>
      Promise.resolve(listTopics(snapshots.current().corpus.documents, snapshots.current().passages)),
    passage: (key) => Promise.resolve(passageByKey(snapshots.current(), key)),
    related: (key) => Promise.resolve(snapshots.current().names.get(key) ?? null),
    status: () => Promise.resolve(statusOf(snapshots.current(), { ...counts })),
    refresh: (options) => snapshots.refresh(options?.confirmed === true),
  };
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
