import type { SameMeaning } from './same-meaning.ts';
import type { Gap, GapStore } from './store.ts';

/** The gap that asks the same as a question. */
export interface ClosestGap {
  /** Null when none does. */
  readonly gap: Pick<Gap, 'id' | 'state'> | null;
  /** 0 to 1: how alike they are; 0 for none. */
  readonly likeness: number;
  /** How many gaps of the server were looked at. */
  readonly known: number;
}

/** Looks among the open and the dismissed gaps of a server. Rejects when the store cannot be read. */
export async function findClosestGap(
  gaps: Pick<GapStore, 'list'>,
  sameMeaning: SameMeaning,
  phrasing: string,
  guildId: string,
): Promise<ClosestGap> {
  const known = await gaps.list(guildId, ['open', 'dismissed']);
  const [closest] = sameMeaning.find(phrasing, known);
  if (closest === undefined) return { gap: null, likeness: 0, known: known.length };
  const { id, state } = closest.item;
  return { gap: { id, state }, likeness: closest.likeness, known: known.length };
}
