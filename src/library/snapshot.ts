import type { Snippet } from '../answer/answer.ts';
import { createAnswerIndex } from '../answer/create-answer-index.ts';
import { wholeSnippet } from '../answer/cut-snippet.ts';
import type { Corpus, Document, SourceFile } from '../corpus/document.ts';
import { joinFiles, parseFiles, type ParsedFile } from '../corpus/parse-corpus.ts';
import type { Problem } from '../corpus/problem.ts';
import { cutPassages } from '../passages/cut-passages.ts';
import type { Passage } from '../passages/passage.ts';
import type { SearchIndex } from '../search/search-index.ts';
import type { Language } from '../text/language.ts';
import type { Meaning } from '../text/meaning.ts';

import { relatedKey } from './related-key.ts';
import { listEntries, type ListedEntry } from './suggest-entries.ts';

/** One immutable build of the knowledge. */
export interface Snapshot {
  /** The source files it was built from, by path. */
  readonly files: ReadonlyMap<string, ParsedFile>;
  /** Source files of which an earlier version stays in use, because the present one has errors. */
  readonly stale: readonly string[];
  /** Without the restricted documents. */
  readonly corpus: Corpus;
  /** Documents that not everybody may read: what is below holds nothing of them. */
  readonly restricted: readonly Document[];
  readonly passages: readonly Passage[];
  readonly index: SearchIndex;
  readonly languages: readonly Language[];
  readonly entries: readonly ListedEntry[];
  /** Every entry question and heading by its key. */
  readonly names: Pick<ReadonlyMap<string, string>, 'get'>;
  readonly builtAt: number;
}

/** What one reading of the knowledge brought. */
export interface ReadFiles {
  readonly files: readonly SourceFile[];
  /** Files that could not be read. */
  readonly problems: readonly Problem[];
}

/** Builds a snapshot; of `previous` it takes files that are unchanged, and the last good version of those with errors. */
export function buildSnapshot(
  read: ReadFiles,
  previous: ReadonlyMap<string, ParsedFile>,
  meaning: Meaning | null,
  builtAt: number,
): Snapshot {
  const parsed = parseFiles(read.files, previous);
  const fresh = joinFiles(parsed);
  const problems = [...read.problems, ...fresh.problems];
  const files = new Map(parsed.map((each) => [each.file.path, each]));
  const stale = [
    ...new Set(problems.filter(({ severity }) => severity === 'error').map(({ path }) => path)),
  ].filter((path) => previous.has(path) && !isNewlyRestricted(files.get(path), previous.get(path)));
  for (const path of stale) {
    const lastGood = previous.get(path);
    if (lastGood !== undefined) files.set(path, lastGood);
  }
  const { documents: all } = stale.length === 0 ? fresh : joinFiles([...files.values()]);
  const documents = all.filter(({ restriction }) => restriction === null);
  const restricted = all.filter(({ restriction }) => restriction !== null);
  const passages = cutPassages(documents);
  return {
    files,
    stale,
    corpus: { documents, problems },
    restricted,
    passages,
    index: createAnswerIndex(passages, { meaning, without: new Set() }),
    languages: [...new Set(all.map(({ language }) => language))].sort(),
    entries: listEntries(passages),
    names: namePassages(passages),
    builtAt,
  };
}

/** A slip of the pen elsewhere must not keep open what the author has just shut. */
function isNewlyRestricted(now: ParsedFile | undefined, before: ParsedFile | undefined): boolean {
  const isOpen = (file: ParsedFile | undefined): boolean =>
    file?.documents.some(({ restriction }) => restriction === null) ?? false;
  return now !== undefined && now.documents.length > 0 && !isOpen(now) && isOpen(before);
}

/** Every entry question and heading of these passages by its key. */
export function namePassages(passages: readonly Passage[]): ReadonlyMap<string, string> {
  const names = passages.flatMap(({ question, headingTrail }) => question ?? headingTrail.at(-1) ?? []);
  return new Map(names.map((name) => [relatedKey(name), name]));
}

/** How many passages there are to quote, whoever may read them: an open question has none. */
export function countPassages({ passages, restricted }: Pick<Snapshot, 'passages' | 'restricted'>): number {
  return [...passages, ...cutPassages(restricted)].filter(({ text }) => text !== '').length;
}

/** A passage of the snapshot as one snippet, whole. */
export function passageByKey(snapshot: Snapshot, key: string): Snippet | null {
  const passage = snapshot.passages.find(({ id, text }) => text !== '' && relatedKey(id) === key);
  return passage === undefined ? null : wholeSnippet(passage);
}
