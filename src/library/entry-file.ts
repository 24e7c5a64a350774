import { createSlugger } from '../corpus/slug.ts';
import { writeYaml } from '../corpus/yaml-source.ts';

import type { Entry } from './entry.ts';

const longestSlug = 60;

/**
 * A written entry as a Markdown file of the knowledge: one entry, with all that is no question and no answer in the front
 * matter. Question and answer stand there to the letter; `readEntryFile` reads them back.
 */
export function toEntryFile(entry: Omit<Entry, 'version' | 'updatedAt'>): string {
  const { guildId, id, question, answer, aliases, tags, url, reviewOn, channels, roles } = entry;
  const facts = {
    server: guildId,
    entry: id,
    title: 'FAQ',
    ...(aliases.length === 0 ? {} : { aliases }),
    ...(tags.length === 0 ? {} : { tags }),
    ...(url === null ? {} : { url }),
    ...(reviewOn === null ? {} : { review: reviewOn }),
    ...(channels.length === 0 ? {} : { channels }),
    ...(roles.length === 0 ? {} : { roles }),
  };
  return `---\n${writeYaml(facts)}---\n\n## ${question}\n\n${answer}\n`;
}

/** Name of that file: the question as people read it, and the id, by which it is known when the question changes. */
export function entryFileName({ id, question }: Pick<Entry, 'id' | 'question'>): string {
  const slug = createSlugger()(question)
    .slice(0, longestSlug)
    .replace(/[\uD800-\uDBFF]$/u, '');
  return `${slug}-${id}.md`;
}
