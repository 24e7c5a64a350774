import type { Snippet } from '../answer/answer.ts';
import { relatedKey } from '../library/related-key.ts';

import { say } from './catalog/say.ts';
import { cutText } from './cut-text.ts';
import { fit } from './fit.ts';
import { limits } from './limits.ts';
import type { ReplyLocale } from './locale.ts';
import { buttonRow, plain, text, type Button, type Part, type Reply } from './reply.ts';
import { nameOf, showCitation } from './show-citation.ts';

const sentenceLength = 300;

/** Passages of which none is claimed to answer: a title and one sentence each, and a button that opens it; then `more` buttons. */
export function renderChoices(
  intro: 'suggested' | 'found',
  snippets: readonly Snippet[],
  { locale, now }: { readonly locale: ReplyLocale; readonly now: Date },
  more: readonly Button[] = [],
): Reply {
  const shown = snippets.slice(0, limits.buttonsInRow);
  return fit({
    tone: 'suggested',
    parts: [
      text('plain', say(locale, intro, {})),
      ...shown.flatMap((snippet, index) => showChoice(snippet, index, locale, now)),
      ...buttonRow([...shown.map(openButton), ...more]),
    ],
  });
}

function showChoice(snippet: Snippet, index: number, locale: ReplyLocale, now: Date): readonly Part[] {
  const { text: whole, answer } = snippet;
  const sentence = whole.slice(answer.start, answer.end).trim();
  return [
    text('small', [plain(`${index + 1}. `), ...showCitation(snippet.citation, locale, now)]),
    ...(sentence === '' ? [] : [text('quote', cutText(sentence, sentenceLength))]),
  ];
}

function openButton(snippet: Snippet, index: number): Button {
  return {
    label: `${index + 1}. ${nameOf(snippet)}`,
    action: { name: 'open', argument: relatedKey(snippet.passageId) },
    look: 'quiet',
  };
}
