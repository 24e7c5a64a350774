import { cutText } from './cut-text.ts';
import { limits } from './limits.ts';
import { stripInvisible } from './strip-invisible.ts';

/** A label without line ends and hidden characters; labels are no Markdown, but they are untrusted all the same. */
export function fitLabel(label: string, length: number): string {
  return cutText(stripInvisible(label).replace(/\s+/g, ' ').trim(), length);
}

/** Autocomplete choices within Discord's limits: as many as it takes, and none without a name. */
export function fitChoices<C extends { readonly name: string }>(choices: readonly C[]): readonly C[] {
  return choices
    .map((choice) => ({ ...choice, name: fitLabel(choice.name, limits.autocompleteNameLength) }))
    .filter((choice) => choice.name !== '')
    .slice(0, limits.autocompleteChoices);
}
