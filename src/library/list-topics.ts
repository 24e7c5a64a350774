import type { Document } from '../corpus/document.ts';
import type { Passage } from '../passages/passage.ts';

import type { TopicDocument } from './library.ts';

/** One topic a source file, in path order, with what can be asked of it. */
export function listTopics(
  documents: readonly Document[],
  passages: readonly Passage[],
): readonly TopicDocument[] {
  const topics = new Map<string, TopicDocument>();
  for (const document of documents) {
    const known = topics.get(document.path);
    topics.set(document.path, {
      id: known?.id ?? document.id,
      title: document.title,
      path: document.path,
      url: known?.url ?? document.url,
      tags: [...new Set([...(known?.tags ?? []), ...document.tags])],
      passages: passages.filter(({ path, text }) => path === document.path && text !== '').length,
      headings: [...(known?.headings ?? []), ...headingsOf(document)],
    });
  }
  return [...topics.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function headingsOf(document: Document): readonly string[] {
  if (document.kind === 'entry') return [document.question];
  return document.sections.flatMap(({ headingTrail, blocks }) =>
    blocks.length > 0 ? headingTrail.slice(-1) : [],
  );
}
