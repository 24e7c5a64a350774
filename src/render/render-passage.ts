import type { Snippet } from '../answer/answer.ts';

import { fit } from './fit.ts';
import type { ReplyLocale } from './locale.ts';
import { quoteWhole } from './quote-snippet.ts';
import { text, type Reply } from './reply.ts';
import { showCitation } from './show-citation.ts';

/** One passage in full, with the place where it stands. */
export function renderPassage(snippet: Snippet, locale: ReplyLocale, now: Date): Reply {
  return fit({
    tone: 'answered',
    parts: [...quoteWhole(snippet), text('small', showCitation(snippet.citation, locale, now))],
  });
}
