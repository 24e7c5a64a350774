/**
 * A heading as the fragment of a link, as GitHub and most site builders form it: lower case, words joined by hyphens,
 * all marks left out. Letters keep their accents.
 */
function slugOf(text: string): string {
  const slug = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .trim()
    .split(/\s+/u)
    .join('-');
  return slug === '' ? 'section' : slug;
}

/** Gives each text of one document a slug that none before it has: `roles`, `roles-1`, `roles-2`. */
export function createSlugger(): (text: string) => string {
  const taken = new Set<string>();
  const repeats = new Map<string, number>();
  return (text) => {
    const base = slugOf(text);
    let slug = base;
    while (taken.has(slug)) {
      const repeat = (repeats.get(base) ?? 0) + 1;
      repeats.set(base, repeat);
      slug = `${base}-${repeat}`;
    }
    taken.add(slug);
    return slug;
  };
}
