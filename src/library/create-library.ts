import { countAnswers } from './count-answers.ts';
import { createAnswerer } from './create-answerer.ts';
import { holdSnapshot } from './hold-snapshot.ts';
import type { Library } from './library.ts';
import type { Logger } from './ports.ts';
import { buildFirst, type SnapshotParts } from './refresh-snapshot.ts';
import { createServerSnapshots } from './server-snapshots.ts';
import type { Store } from './store.ts';

/** What a library is made of. */
export interface LibraryParts extends SnapshotParts {
  readonly logger: Logger;
  /** What servers add to the knowledge; null where there are no servers, as in the terminal. */
  readonly store: Store | null;
}

/**
 * Builds the first snapshot and holds the current one from then on, all in this thread.
 * @throws what `knowledge.read` throws when the knowledge folder cannot be read at all.
 */
export async function createLibrary(parts: LibraryParts): Promise<Library> {
  const snapshots = holdSnapshot(await buildFirst(parts, new Map()), parts);
  const servers = await createServerSnapshots({ ...parts, before: new Map() });
  const answerer = createAnswerer({
    ...parts,
    servers,
    gaps: parts.store?.gaps ?? null,
    current: () => snapshots.current(),
    searching: (search) => search(),
  });
  return countAnswers({
    ...answerer,
    refresh: (options) => snapshots.refresh(options?.confirmed === true),
  });
}
