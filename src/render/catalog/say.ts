import { IntlMessageFormat, type FormatXMLElementFn, type PrimitiveType } from 'intl-messageformat';

import { oncePerKey } from '../../text/once-per-key.ts';
import type { ReplyLocale } from '../locale.ts';
import { hasText, plain, type Span } from '../reply.ts';

import { en } from './en.ts';
import { es } from './es.ts';
import type { Catalog, TextKey, Texts } from './texts.ts';

/** The texts of every language that Footnote speaks. */
export const catalogs: Readonly<Record<ReplyLocale, Catalog>> = { en, es };

type Messages = (key: TextKey) => IntlMessageFormat;

/** Parsed once, since parsing a message takes longer than everything else about a reply; most are never said. */
const messages: Readonly<Record<ReplyLocale, Messages>> = { en: messagesIn('en'), es: messagesIn('es') };

function messagesIn(locale: ReplyLocale): Messages {
  return oncePerKey((key) => new IntlMessageFormat(catalogs[locale][key], locale));
}

/** A text that holds nothing but words and numbers, such as the label of a button. */
export function say<K extends TextKey>(locale: ReplyLocale, key: K, values: Texts[K]): string {
  return sayInSpans(locale, key, values)
    .map((span) => (hasText(span) ? span.text : ''))
    .join('');
}

/** A text with its values in place, as spans; the values are as untrusted as they come. */
export function sayInSpans<K extends TextKey>(
  locale: ReplyLocale,
  key: K,
  values: Texts[K],
): readonly Span[] {
  const em: FormatXMLElementFn<Span> = (parts) => ({
    kind: 'italic',
    text: parts.filter((part) => typeof part === 'string').join(''),
  });
  const given: Record<string, PrimitiveType | Span | FormatXMLElementFn<Span>> = { ...values, em };
  const said = messages[locale](key).format<Span>(given);
  return (Array.isArray(said) ? said : [said]).map((part) => (typeof part === 'string' ? plain(part) : part));
}
