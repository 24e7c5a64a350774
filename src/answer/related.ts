import type { Hit } from '../search/hit.ts';
import type { Query } from '../search/query.ts';

import type { Snippet } from './answer.ts';

/** A reply has room for so many buttons that can still be read. */
const mostRelated = 3;

/**
 * Entries and headings among the hits that the snippets do not already quote, in the language of the question and with
 * a word of it. Each leads to an answer: an exact heading or entry question is answered with what stands under it.
 */
export function findRelated(
  hits: readonly Hit[],
  query: Query,
  snippets: readonly Snippet[],
): readonly string[] {
  const quoted = new Set(snippets.map(({ passageId }) => passageId));
  const said = new Set([query.text, ...snippets.flatMap(({ citation }) => citation.headingTrail)].map(toKey));
  const related = new Set<string>();
  for (const { passage, evidence } of hits) {
    if (quoted.has(passage.id) || passage.text === '') continue;
    if (passage.language !== query.language || evidence.features['coverage'] === 0) continue;
    const name = passage.question ?? passage.headingTrail.at(-1);
    if (name !== undefined && !said.has(toKey(name))) related.add(name);
  }
  return [...related].slice(0, mostRelated);
}

function toKey(name: string): string {
  return name.trim().toLowerCase();
}
