import { LRUCache } from 'lru-cache';

import type { Document } from '../corpus/document.ts';
import { toEntryDocument } from '../corpus/entry-document.ts';

import { errorName } from './error-name.ts';
import { extendSnapshot } from './extend-snapshot.ts';
import type { DraftedEntry, Reader, Scope } from './library.ts';
import { mayRead } from './may-read.ts';
import type { Logger } from './ports.ts';
import type { Snapshot } from './snapshot.ts';
import type { Entry } from './entry.ts';
import type { AliasLink, Store } from './store.ts';

/** What one server adds to the common knowledge. */
export interface ServerKnowledge {
  readonly revision: number;
  readonly entries: readonly Entry[];
  readonly links: readonly AliasLink[];
}

const nothing: ServerKnowledge = { revision: 0, entries: [], links: [] };

/** A snapshot that was built for readers in a server, and of what. */
interface Built {
  readonly base: Snapshot;
  readonly known: ServerKnowledge;
  readonly snapshot: Snapshot;
}

/** The snapshots of servers with entries of their own, and of readers who may read more than everybody may. */
export interface ServerSnapshots {
  /** What this reader's questions are answered from: nothing that the reader may not read is in it. */
  get(base: Snapshot, scope: Scope): Promise<Snapshot>;
  /** What they would be answered from if a draft was an entry: another one, or the one of its id. */
  draft(base: Snapshot, draft: DraftedEntry): Promise<Snapshot>;
  /** Reads anew what the server adds; rejects when the store cannot be read, and what was read last serves on. */
  reload(guildId: string): Promise<void>;
  /** What was read last of each server, by its id. */
  known(): ReadonlyMap<string, ServerKnowledge>;
}

/** What of the store these snapshots need. */
export interface ServerStore extends Pick<Store, 'aliasLinks' | 'revision' | 'watch'> {
  readonly entries: Pick<Store['entries'], 'list'>;
}

/** What they are made of. */
export interface ServerSnapshotParts {
  /** Null where there are no servers, as in the terminal. */
  readonly store: ServerStore | null;
  /** What was known of servers before, by their ids: it serves while the store cannot be read. */
  readonly before: ReadonlyMap<string, ServerKnowledge>;
  readonly logger: Logger;
}

const rememberedServers = 1000;

/**
 * One of two hundred entries takes up to 2 MiB beside the common snapshot, so those of the servers that asked last are
 * kept; what the others need is built again when they ask, in a fraction of a second.
 */
const keptSnapshots = 200;

const unreadable = "a server's entries could not be read; files alone answer";

const unreadableNow = 'entries could not be read again; the old ones serve on';

/** No stored entry has it: those have 16 characters. */
const draftId = 'draft';

/** Knows no server yet; what a server adds is read when it asks for the first time, and after every change. */
export async function createServerSnapshots(parts: ServerSnapshotParts): Promise<ServerSnapshots> {
  const { store, before, logger } = parts;
  const servers = new LRUCache<string, ServerKnowledge>({ max: rememberedServers });
  const build = createBuilder();
  let isDown = false;

  async function reload(guildId: string): Promise<ServerKnowledge> {
    if (store === null) return nothing;
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
      return before.get(guildId) ?? null;
    }
  }

  async function reloadAll(): Promise<void> {
    for (const guildId of [...servers.keys()]) await attempt(guildId, unreadableNow);
  }

  await store?.watch(() => void reloadAll());
  return {
    async get(base, { guildId, reader }) {
      if (guildId === null) return build(base, guildId, nothing, reader);
      const known = servers.get(guildId) ?? (await attempt(guildId, unreadable));
      return build(base, guildId, known ?? nothing, reader);
    },
    async draft(base, draft) {
      const { entries, links } = await reload(draft.scope.guildId);
      const written = withDraft(entries, draft).map((entry) => toEntryDocument(entry, base.languages));
      return extendSnapshot(base, readable([...base.restricted, ...written], draft.scope.reader), links);
    },
    async reload(guildId) {
      await reload(guildId);
    },
    known: () => new Map([...before, ...servers.entries()]),
  };
}

/** Builds each snapshot once for each state of a server's knowledge and of the common one. */
function createBuilder(): (
  base: Snapshot,
  guildId: string | null,
  known: ServerKnowledge,
  reader: Reader | null,
) => Snapshot {
  const built = new LRUCache<string, Built>({ max: keptSnapshots });
  const write = writeOnce();
  return (base, guildId, known, reader) => {
    const added = readable([...base.restricted, ...write(base, guildId, known)], reader);
    if (added.length === 0 && known.links.length === 0) return base;
    // Readers who may read the same documents share a snapshot.
    const key = JSON.stringify([guildId, added.map(({ id }) => id)]);
    const before = built.get(key);
    if (before?.base === base && before.known === known) return before.snapshot;
    const snapshot = extendSnapshot(base, added, known.links);
    built.set(key, { base, known, snapshot });
    return snapshot;
  };
}

/** A server's own entries as documents: parsing them anew at each question would take longer than the answer. */
function writeOnce(): (
  base: Snapshot,
  guildId: string | null,
  known: ServerKnowledge,
) => readonly Document[] {
  const written = new LRUCache<string, Pick<Built, 'base' | 'known'> & { documents: readonly Document[] }>({
    max: keptSnapshots,
  });
  return (base, guildId, known) => {
    if (guildId === null || known.entries.length === 0) return [];
    const before = written.get(guildId);
    if (before?.base === base && before.known === known) return before.documents;
    const documents = known.entries.map((entry) => toEntryDocument(entry, base.languages));
    written.set(guildId, { base, known, documents });
    return documents;
  };
}

/** The entries as they would be with the draft among them. */
function withDraft(
  entries: readonly Entry[],
  { scope: { guildId }, fields, id }: DraftedEntry,
): readonly Entry[] {
  const drafted: Entry = { ...fields, id: id ?? draftId, guildId, version: 1, updatedAt: 0 };
  return [...entries.filter((entry) => entry.id !== id), drafted];
}

function readable(documents: readonly Document[], reader: Reader | null): readonly Document[] {
  return documents.filter(({ restriction }) => mayRead(restriction, reader));
}
