import { IntlMessageFormat, type FormatXMLElementFn, type PrimitiveType } from 'intl-messageformat';

import type { ReplyLocale } from '../locale.ts';
import { hasText, plain, type Span } from '../reply.ts';

import { en } from './en.ts';
import { es } from './es.ts';
import type { Catalog, TextKey, Texts } from './texts.ts';

/** The texts of every language that Footnote speaks. */
export const catalogs: Readonly<Record<ReplyLocale, Catalog>> = { en, es };

/** Each is parsed when it is first said and then kept: parsing one takes longer than everything else about a reply. */
const parsed: Readonly<Record<ReplyLocale, Map<TextKey, IntlMessageFormat>>> = {
  en: new Map(),
  es: new Map(),
};

function messageOf(locale: ReplyLocale, key: TextKey): IntlMessageFormat {
  const known = parsed[locale].get(key);
  if (known !== undefined) return known;
  const message = new IntlMessageFormat(catalogs[locale][key], locale);
  parsed[locale].set(key, message);
  return message;
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
  const said = messageOf(locale, key).format<Span>(given);
  return (Array.isArray(said) ? said : [said]).map((part) => (typeof part === 'string' ? plain(part) : part));
}
