import type { ActionName } from './action.ts';
import { say } from './catalog/say.ts';
import type { ReplyLocale } from './locale.ts';
import type { Button } from './reply.ts';

/** Buttons to the page before and the page after, where there is one; pages are counted from 0. */
export function pageButtons(
  pages: { readonly page: number; readonly lastPage: number; readonly action: ActionName },
  locale: ReplyLocale,
): readonly Button[] {
  const { page, lastPage, action } = pages;
  return [
    { label: say(locale, 'topicsPrevious', {}), to: page - 1 },
    { label: say(locale, 'topicsNext', {}), to: page + 1 },
  ]
    .filter(({ to }) => to >= 0 && to <= lastPage)
    .map(({ label, to }) => ({ label, action: { name: action, argument: String(to) }, look: 'quiet' }));
}
