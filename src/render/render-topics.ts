import { relatedKey } from '../library/related-key.ts';
import type { TopicDocument } from '../library/library.ts';

import { say } from './catalog/say.ts';
import { cutText } from './cut-text.ts';
import { fit } from './fit.ts';
import { limits } from './limits.ts';
import type { ReplyLocale } from './locale.ts';
import { pageButtons } from './page-buttons.ts';
import { buttonRow, plain, text, type Part, type Reply, type Span } from './reply.ts';

/** As many documents as a reply shows at once without crowding a phone. */
const documentsOnPage = 10;
const titleLength = 100;
const shownTags = 5;

/** One page of the documents, counted from 0, and a select that looks into one of them; the last page is the end. */
export function renderTopics(
  documents: readonly TopicDocument[],
  wanted: number,
  locale: ReplyLocale,
): Reply {
  const lastPage = Math.ceil(documents.length / documentsOnPage) - 1;
  // There may have been more documents when the button was made.
  const page = Math.max(0, Math.min(wanted, lastPage));
  const shown = documents.slice(page * documentsOnPage, (page + 1) * documentsOnPage);
  if (shown.length === 0) return { tone: 'notice', parts: [text('plain', say(locale, 'topicsEmpty', {}))] };
  return fit({
    tone: 'notice',
    parts: [
      text('plain', say(locale, 'topicsTitle', {})),
      ...shown.map((document) => text('plain', showDocument(document, locale))),
      {
        kind: 'select',
        chosen: null,
        action: 'topic',
        placeholder: say(locale, 'topicsPick', {}),
        choices: shown.map(({ id, title }) => ({ label: title, value: relatedKey(id) })),
      },
      ...buttonRow(pageButtons({ page, lastPage, action: 'topics-page' }, locale)),
    ],
  });
}

/** What one document holds: its headings and questions, each to be asked by choosing it. */
export function renderTopic(document: TopicDocument, locale: ReplyLocale): Reply {
  const { headings, tags } = document;
  const hidden = headings.length - limits.selectChoices;
  const shown = [...new Set(headings)].slice(0, limits.selectChoices);
  return fit({
    tone: 'notice',
    parts: [
      text('plain', showDocument(document, locale)),
      ...(tags.length === 0 ? [] : [text('small', say(locale, 'topicTags', { tags: tags.join(' · ') }))]),
      ...listHeadings(shown),
      ...(hidden > 0 ? [text('small', say(locale, 'andMore', { count: hidden }))] : []),
      {
        kind: 'select',
        chosen: null,
        action: 'ask',
        placeholder: say(locale, 'topicAsk', {}),
        choices: shown.map((heading) => ({ label: heading, value: relatedKey(heading) })),
      },
    ],
  });
}

function listHeadings(headings: readonly string[]): readonly Part[] {
  return headings.length === 0 ? [] : [text('plain', headings.map((heading) => `• ${heading}`).join('\n'))];
}

function showDocument({ title, url, tags, passages }: TopicDocument, locale: ReplyLocale): readonly Span[] {
  const name = cutText(title, titleLength);
  const details = [say(locale, 'passages', { count: passages }), ...tags.slice(0, shownTags)];
  return [
    url === null ? { kind: 'bold', text: name } : { kind: 'link', text: name, url },
    plain(` · ${details.join(' · ')}`),
  ];
}
