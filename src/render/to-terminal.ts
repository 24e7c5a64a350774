import type { Answer, Snippet } from '../answer/answer.ts';
import type { Explanation } from '../answer/explanation.ts';

import { say, sayInSpans } from './catalog/say.ts';
import type { ReplyLocale } from './locale.ts';
import { hasText, plain, type Span } from './reply.ts';
import { sayExplanation } from './say-explanation.ts';
import { topicsLine } from './say-topics.ts';
import { footnoteMark, showCitation } from './show-citation.ts';
import { stripInvisible } from './strip-invisible.ts';

/** How a terminal shows an answer. */
export interface TerminalContext {
  readonly locale: ReplyLocale;
  /** When it is shown, which may be after a review date. */
  readonly now: Date;
  /** Whether the reader's terminal shows bold text; otherwise the answer sentence stands between asterisks. */
  readonly hasBold: boolean;
  /** Titles of the documents, for the line that says what the knowledge is about. */
  readonly topics: readonly string[];
}

/** An answer for a terminal: quotes with the answer sentence marked, then their footnotes with the source file. */
export function toTerminal(answer: Answer, context: TerminalContext): string {
  const { locale, topics } = context;
  const related = answer.related.map((question) => `  ${stripInvisible(question)}`);
  const rest = related.length === 0 ? [] : ['', say(locale, 'relatedTitle', {}), ...related];
  switch (answer.outcome) {
    case 'answered':
      return [...quoteAll(answer.snippets, context), ...rest].join('\n');
    case 'suggested':
      return [say(locale, 'suggested', {}), '', ...quoteAll(answer.snippets, context), ...rest].join('\n');
    case 'unanswered':
      return (
        answer.raised === null
          ? [say(locale, 'unanswered', {}), ...topicsLine(topics, locale).map(stripInvisible)]
          : [
              ...showEntry(answer.raised),
              `  ${stripInvisible(toPlain(sayInSpans(locale, 'raised', { title: answer.raised.citation.title })))} ${footnoteMark(0)}`,
              '',
              footnote(answer.raised, 0, context),
              ...rest,
            ]
      ).join('\n');
  }
}

/** What decided and the reasons, a line each, for below an answer. */
export function explanationToTerminal(
  explanation: Explanation,
  { locale, now }: Pick<TerminalContext, 'locale' | 'now'>,
): string {
  const { decision, reasons, place } = sayExplanation(explanation, locale, now);
  const { snippet } = explanation;
  const passage =
    place === null || snippet === null ? [] : [[...place, plain(` · ${snippet.citation.path}`)]];
  return [decision, ...passage, ...reasons.map((reason) => [plain('  '), ...reason])]
    .map((line) => stripInvisible(toPlain(line)))
    .join('\n');
}

function quoteAll(snippets: readonly Snippet[], context: TerminalContext): readonly string[] {
  return [
    ...snippets.flatMap((snippet, index) => [...quote(snippet, index, context), '']),
    ...snippets.map((snippet, index) => footnote(snippet, index, context)),
  ];
}

function quote(snippet: Snippet, index: number, { hasBold }: TerminalContext): readonly string[] {
  const { text, answer, cut } = snippet;
  const [open, close] = hasBold ? ['\u001b[1m', '\u001b[22m'] : ['*', '*'];
  const marked = [
    cut.before ? '… ' : '',
    stripInvisible(text.slice(0, answer.start)),
    open,
    stripInvisible(text.slice(answer.start, answer.end)),
    close,
    stripInvisible(text.slice(answer.end)),
    cut.after ? ' …' : '',
    ` ${footnoteMark(index)}`,
  ].join('');
  return [...showEntry(snippet), ...marked.split('\n').map((line) => `  ${line}`)];
}

function showEntry({ entry }: Snippet): readonly string[] {
  return entry === null ? [] : [stripInvisible(entry)];
}

function footnote({ citation }: Snippet, index: number, { locale, now }: TerminalContext): string {
  const place = toPlain(showCitation(citation, locale, now));
  const address = citation.url === null ? '' : ` · ${citation.url}`;
  return stripInvisible(`${footnoteMark(index)} ${place} · ${citation.path}${address}`);
}

function toPlain(spans: readonly Span[]): string {
  return spans.map((span) => (hasText(span) ? span.text : '')).join('');
}
