import { escapeAddress, escapeText } from './escape-text.ts';
import { hasText, type Span, type TextPart } from './reply.ts';

const linePrefixes = { plain: '', quote: '> ', small: '-# ' } as const;
const marks = { plain: '', bold: '**', italic: '*' } as const;

/** Discord Markdown of a part. Quotes, small print and bold text hold for one line only, so each line says them again. */
export function toMarkdown({ style, spans }: TextPart): string {
  return (
    splitLines(joinLike(spans))
      .map((line) => line.map(spanToMarkdown).join(''))
      // A line of small print needs something to print.
      .map((line) => (style === 'small' && line.trim() === '' ? '' : linePrefixes[style] + line))
      .join('\n')
  );
}

function spanToMarkdown(span: Span): string {
  switch (span.kind) {
    case 'countdown':
      return `<t:${Math.ceil(span.at.getTime() / 1000)}:R>`;
    case 'person':
      return `<@${span.id}>`;
    case 'channel':
      return `<#${span.id}>`;
    case 'link':
      return linkToMarkdown(span.text, span.url);
    case 'plain':
      return escapeText(span.text, 'live');
    case 'bold':
    case 'italic':
      return mark(escapeText(span.text, 'live'), marks[span.kind]);
  }
}

function linkToMarkdown(label: string, url: string): string {
  const address = escapeAddress(url);
  return address === null ? escapeText(label, 'live') : `[${escapeText(label, 'dead')}](<${address}>)`;
}

/** Space at the edges stays outside of the marks, which need a visible character to hold on to. */
function mark(text: string, sign: string): string {
  const core = text.trim();
  if (core === '') return text;
  const start = text.indexOf(core);
  return `${text.slice(0, start)}${sign}${core}${sign}${text.slice(start + core.length)}`;
}

/** Neighbours of one kind become one span, so that no construct arises where two of them meet. */
function joinLike(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last !== undefined && isStyled(last) && isStyled(span) && last.kind === span.kind) {
      joined.splice(-1, 1, { kind: span.kind, text: last.text + span.text });
    } else joined.push(span);
  }
  return joined;
}

function isStyled(span: Span): span is Extract<Span, { kind: 'plain' | 'bold' | 'italic' }> {
  return hasText(span) && span.kind !== 'link';
}

function splitLines(spans: readonly Span[]): readonly (readonly Span[])[] {
  let line: Span[] = [];
  const lines = [line];
  for (const span of spans) {
    if (!hasText(span)) {
      line.push(span);
      continue;
    }
    const [first = '', ...rest] = span.text.split(/\r\n?|[\n\u2028\u2029\u0085\v\f]/);
    line.push({ ...span, text: first });
    for (const text of rest) {
      line = [{ ...span, text }];
      lines.push(line);
    }
  }
  return lines;
}
