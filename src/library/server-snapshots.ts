import { LRUCache } from 'lru-cache';

import { createAnswerIndex } from '../answer/create-answer-index.ts';
import type { Document } from '../corpus/document.ts';
import { toEntryDocument } from '../corpus/entry-document.ts';
import { cutPassages } from '../passages/cut-passages.ts';
import type { Meaning } from '../text/meaning.ts';

import { errorName } from './error-name.ts';
import type { Scope } from './library.ts';
import type { Logger } from './ports.ts';
import { namePassages, type Snapshot } from './snapshot.ts';
import type { AliasLink, Entry, EntryFields, Store } from './store.ts';
import { listEntries } from './suggest-entries.ts';

/** What one server adds to the common knowledge. */
interface ServerKnowledge {
  readonly revision: number;
  readonly entries: readonly Entry[];
  readonly links: readonly AliasLink[];
}

/** A snapshot that was built for a server, and of what. */
interface Built {
  readonly base: Snapshot;
  readonly known: ServerKnowledge;
  readonly snapshot: Snapshot;
}

/** The snapshots of servers with entries of their own. */
export interface ServerSnapshots {
  /** What this server's questions are answered from, on top of the common snapshot. */
  get(base: Snapshot, scope: Scope): Promise<Snapshot>;
  /** What its questions would be answered from if these fields were an entry: another one, or the one of this id. */
  draft(base: Snapshot, guildId: string, fields: EntryFields, id: string | null): Promise<Snapshot>;
  /** Reads anew what the server adds; rejects when the store cannot be read, and what was read last serves on. */
  reload(guildId: string): Promise<void>;
}

/** What they are made of. */
export interface ServerSnapshotParts {
  readonly store: Store;
  readonly meaning: Meaning | null;
  readonly logger: Logger;
}

const rememberedServers = 1000;

/** An index of a hundred entries takes some megabytes: those of the servers that ask most are kept. */
const keptSnapshots = 50;

const unreadable = "a server's entries could not be read; files alone answer";

/** No stored entry has it: those have 16 characters. */
const draftId = 'draft';

/** Knows no server yet; what a server adds is read when it asks for the first time, and after every change. */
export async function createServerSnapshots(parts: ServerSnapshotParts): Promise<ServerSnapshots> {
  const { store, meaning, logger } = parts;
  const servers = new LRUCache<string, ServerKnowledge>({ max: rememberedServers });
  const build = createBuilder(meaning);
  let isDown = false;

  async function reload(guildId: string): Promise<ServerKnowledge> {
    const known = servers.get(guildId);
    const revision = await store.revision(guildId);
    if (known?.revision === revision) return known;
    const [entries, links] = await Promise.all([store.entries.list(guildId), store.aliasLinks(guildId)]);
    const read: ServerKnowledge = { revision, entries, links };
    // Of two readings that overlap, the newer one stays, whichever ends first.
    const newest = servers.get(guildId);
    if (newest !== undefined && newest.revision > revision) return newest;
    servers.set(guildId, read);
    return read;
  }

  /** A store that is down keeps nobody from an answer out of what is known. */
  async function attempt(guildId: string, whenFailed: string): Promise<ServerKnowledge | null> {
    try {
      const known = await reload(guildId);
      isDown = false;
      return known;
    } catch (error) {
      if (!isDown) logger.error({ error: errorName(error) }, whenFailed);
      isDown = true;
      return null;
    }
  }

  async function reloadAll(): Promise<void> {
    for (const guildId of [...servers.keys()])
      await attempt(guildId, 'entries could not be read again; the old ones serve on');
  }

  await store.watch(() => void reloadAll());
  return {
    async get(base, { guildId }) {
      if (guildId === null) return base;
      const known = servers.get(guildId) ?? (await attempt(guildId, unreadable));
      return known === null ? base : build(base, guildId, known);
    },
    async draft(base, guildId, fields, id) {
      const { entries, links } = await reload(guildId);
      const drafted: Entry = { ...fields, id: id ?? draftId, guildId, version: 1, updatedAt: 0 };
      const others = entries.filter((entry) => entry.id !== id);
      return addToSnapshot(base, [...others, drafted], links, meaning);
    },
    async reload(guildId) {
      await reload(guildId);
    },
  };
}

/** Builds the snapshot of a server once for each state of its knowledge and of the common one. */
function createBuilder(
  meaning: Meaning | null,
): (base: Snapshot, guildId: string, known: ServerKnowledge) => Snapshot {
  const built = new LRUCache<string, Built>({ max: keptSnapshots });
  return (base, guildId, known) => {
    if (known.entries.length === 0 && known.links.length === 0) return base;
    const before = built.get(guildId);
    if (before?.base === base && before.known === known) return before.snapshot;
    const snapshot = addToSnapshot(base, known.entries, known.links, meaning);
    built.set(guildId, { base, known, snapshot });
    return snapshot;
  };
}

/** The snapshot with a server's own entries, and with the phrasings that were linked to entries of either kind. */
function addToSnapshot(
  base: Snapshot,
  entries: readonly Entry[],
  links: readonly AliasLink[],
  meaning: Meaning | null,
): Snapshot {
  const written = entries.map((entry) => toEntryDocument(entry, base.languages));
  const documents = [...base.corpus.documents, ...written].map((document) => addAliases(document, links));
  const passages = cutPassages(documents);
  return {
    ...base,
    corpus: { ...base.corpus, documents },
    passages,
    index: createAnswerIndex(passages, { meaning, without: new Set() }),
    entries: listEntries(passages),
    names: namePassages(passages),
  };
}

function addAliases(document: Document, links: readonly AliasLink[]): Document {
  if (document.kind !== 'entry') return document;
  const added = links.filter(({ documentId }) => documentId === document.id).map(({ alias }) => alias);
  return added.length === 0 ? document : { ...document, aliases: [...document.aliases, ...added] };
}
