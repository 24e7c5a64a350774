import type { Document } from '../corpus/document.ts';
import type { Passage } from '../passages/passage.ts';

import type { TopicDocument } from './library.ts';

/** One topic a source file, in path order, with what can be asked of it. */
export function listTopics(
  documents: readonly Document[],
  passages: readonly Passage[],
): readonly TopicDocument[] {
  const topics = new Map<string, TopicDocument>();
  const counts = countByPath(passages);
  for (const document of documents) {
    const { path } = document;
    topics.set(path, joinTopic(topics.get(path), document, counts.get(path) ?? 0));
  }
  return [...topics.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function joinTopic(known: TopicDocument | undefined, document: Document, passages: number): TopicDocument {
  const { id, url, reviewOn } = known ?? document;
  return {
    id,
    title: document.title,
    path: document.path,
    url: url ?? document.url,
    reviewOn: reviewOn ?? document.reviewOn,
    tags: [...new Set([...(known?.tags ?? []), ...document.tags])],
    passages,
    headings: [...(known?.headings ?? []), ...headingsOf(document)],
  };
}

function countByPath(passages: readonly Passage[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { path, text } of passages) if (text !== '') counts.set(path, (counts.get(path) ?? 0) + 1);
  return counts;
}

function headingsOf(document: Document): readonly string[] {
  if (document.kind === 'entry') return [document.question];
  return document.sections.flatMap(({ headingTrail, blocks }) =>
    blocks.length > 0 ? headingTrail.slice(-1) : [],
  );
}
