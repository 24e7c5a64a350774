import { countAnswers } from './count-answers.ts';
import { createAnswerer } from './create-answerer.ts';
import { holdSnapshot } from './hold-snapshot.ts';
import type { Library } from './library.ts';
import { buildFirst, type SnapshotParts } from './refresh-snapshot.ts';
import type { Store } from './store.ts';

/** What a library is made of. */
export interface LibraryParts extends SnapshotParts {
  /** What servers add to the knowledge; null where there are no servers, as in the terminal. */
  readonly store: Store | null;
}

/**
 * Builds the first snapshot and holds the current one from then on, all in this thread.
 * @throws what `knowledge.read` throws when the knowledge folder cannot be read at all.
 */
export async function createLibrary(parts: LibraryParts): Promise<Library> {
  const snapshots = holdSnapshot(await buildFirst(parts), parts);
  const answerer = await createAnswerer({
    ...parts,
    current: () => snapshots.current(),
    searching: (search) => search(),
  });
  return countAnswers({
    ...answerer,
    refresh: (options) => snapshots.refresh(options?.confirmed === true),
  });
}
