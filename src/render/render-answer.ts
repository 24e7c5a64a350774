import type { Answer, Snippet } from '../answer/answer.ts';
import { relatedKey } from '../library/related-key.ts';

import { askButtons } from './ask-buttons.ts';
import { say, sayInSpans } from './catalog/say.ts';
import { fit } from './fit.ts';
import type { ReplyLocale } from './locale.ts';
import { quoteSnippet, showEntry } from './quote-snippet.ts';
import { renderChoices } from './render-choices.ts';
import { sayTopics } from './say-topics.ts';
import { buttonRow, plain, text, type Button, type Reply, type Span } from './reply.ts';
import { footnoteMark, showCitation } from './show-citation.ts';

/** What an answer is shown with. */
export interface AnswerContext {
  readonly locale: ReplyLocale;
  /** When it is shown, which may be after a review date. */
  readonly now: Date;
  /** Titles of the documents, for the line that says what the knowledge is about. */
  readonly topics: readonly string[];
  /** Names the question for the button "Why this answer"; null for an answer without it. */
  readonly whyKey: string | null;
  /** Names the answer for the buttons that vote on it; null for an answer without them. */
  readonly voteKey: string | null;
  /** Id of the gap that the question is; null when it is none, or when it can be told to nobody. */
  readonly gapId: string | null;
}

/** An answer as people see it: quotes with footnotes, the closest titles, or the plain word that there is nothing. */
export function renderAnswer(
  answer: Answer,
  { locale, now, topics, whyKey, voteKey, gapId }: AnswerContext,
): Reply {
  const why = whyButton(whyKey, locale);
  const tell = tellButton(gapId, locale);
  switch (answer.outcome) {
    case 'answered':
      return renderAnswered(answer, [...voteButtons(voteKey), ...why], locale, now);
    case 'suggested':
      return renderChoices('suggested', answer.snippets, { locale, now }, [...tell, ...why]);
    case 'unanswered':
      return answer.raised === null
        ? renderNothing(topics, locale, tell)
        : renderRaised(answer.raised, [...askButtons(answer.related), ...tell], locale, now);
  }
}

function renderAnswered(
  { snippets, related }: Extract<Answer, { readonly outcome: 'answered' }>,
  lastRow: readonly Button[],
  locale: ReplyLocale,
  now: Date,
): Reply {
  const quotes = snippets.map(quoteSnippet);
  const showAll = snippets
    .filter((_snippet, index) => quotes[index]?.isShortened)
    .map((snippet): Button => ({
      label: say(locale, 'showAll', {}),
      action: { name: 'open', argument: relatedKey(snippet.passageId) },
      look: 'quiet',
    }));
  return fit({
    tone: 'answered',
    parts: [
      ...quotes.flatMap((quote) => quote.parts),
      text('small', footnotes(snippets, locale, now)),
      ...buttonRow([...showAll, ...askButtons(related)]),
      ...buttonRow(lastRow),
    ],
  });
}

function renderRaised(raised: Snippet, buttons: readonly Button[], locale: ReplyLocale, now: Date): Reply {
  return fit({
    tone: 'unanswered',
    parts: [
      ...showEntry(raised),
      text('plain', [
        ...sayInSpans(locale, 'raised', { title: raised.citation.title }),
        plain(` ${footnoteMark(0)}`),
      ]),
      text('small', footnotes([raised], locale, now)),
      ...buttonRow(buttons),
    ],
  });
}

/** "I have nothing on that", and what the knowledge is about. */
export function renderNothing(
  topics: readonly string[],
  locale: ReplyLocale,
  buttons: readonly Button[] = [],
): Reply {
  return fit({
    tone: 'unanswered',
    parts: [
      text('plain', say(locale, 'unanswered', {})),
      ...sayTopics(topics, locale),
      ...buttonRow(buttons),
    ],
  });
}

function footnotes(snippets: readonly Snippet[], locale: ReplyLocale, now: Date): readonly Span[] {
  return snippets.flatMap(({ citation }, index) => [
    plain(`${index === 0 ? '' : '\n'}${footnoteMark(index)} `),
    ...showCitation(citation, locale, now),
  ]);
}

/** For a question that a moderator may answer one day. */
function tellButton(gapId: string | null, locale: ReplyLocale): readonly Button[] {
  if (gapId === null) return [];
  return [{ label: say(locale, 'tellMe', {}), action: { name: 'tell', argument: gapId }, look: 'quiet' }];
}

/** Signs that need no language. */
function voteButtons(key: string | null): readonly Button[] {
  if (key === null) return [];
  return [
    { label: '👍', action: { name: 'helpful', argument: key }, look: 'quiet' },
    { label: '👎', action: { name: 'unhelpful', argument: key }, look: 'quiet' },
  ];
}

/** The last of the buttons, since few will press it. */
function whyButton(key: string | null, locale: ReplyLocale): readonly Button[] {
  if (key === null) return [];
  return [{ label: say(locale, 'why', {}), action: { name: 'why', argument: key }, look: 'quiet' }];
}
