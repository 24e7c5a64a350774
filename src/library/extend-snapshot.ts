import { extendAnswerIndex } from '../answer/create-answer-index.ts';
import type { Document } from '../corpus/document.ts';
import { cutPassages } from '../passages/cut-passages.ts';
import type { Passage } from '../passages/passage.ts';

import { remember } from './remember.ts';
import { namePassages, type Snapshot } from './snapshot.ts';
import type { AliasLink } from './store.ts';
import { listEntries } from './suggest-entries.ts';

/**
 * The snapshot with more documents, and with the phrasings that were linked to entries of any kind: such an entry takes
 * the place of the one without them. It keeps what is added and asks the base for the rest, so a thousand of them cost
 * hardly more than the base; lists of both are joined when somebody wants them.
 */
export function extendSnapshot(
  base: Snapshot,
  added: readonly Document[],
  links: readonly AliasLink[],
): Snapshot {
  const linked = new Set(links.map(({ documentId }) => documentId));
  const replaced = linked.size === 0 ? [] : base.corpus.documents.filter((one) => linked.has(one.id));
  const hidden = new Set(replaced.map(({ id }) => id));
  const documents = [...replaced, ...added].map((document) => addAliases(document, links));
  const passages = cutPassages(documents);
  // What entries are found by while somebody types takes as much memory as their texts: most servers never need it.
  const listOwn = remember(listEntries);
  const names = namePassages(passages);
  const withoutHidden = <T extends Document | Passage | { readonly id: string }>(
    all: readonly T[],
  ): readonly T[] => (hidden.size === 0 ? all : all.filter(({ id }) => !hidden.has(id)));
  return {
    ...base,
    // The restricted ones are among the others now, as far as this reader may know of them.
    restricted: [],
    index: extendAnswerIndex(base.index, passages, hidden),
    names: { get: (key) => names.get(key) ?? base.names.get(key) },
    get corpus() {
      return { ...base.corpus, documents: [...withoutHidden(base.corpus.documents), ...documents] };
    },
    get passages() {
      return [...withoutHidden(base.passages), ...passages];
    },
    get entries() {
      return [...withoutHidden(base.entries), ...listOwn(passages)];
    },
  };
}

function addAliases(document: Document, links: readonly AliasLink[]): Document {
  if (document.kind !== 'entry') return document;
  const added = links.filter(({ documentId }) => documentId === document.id).map(({ alias }) => alias);
  return added.length === 0 ? document : { ...document, aliases: [...document.aliases, ...added] };
}
