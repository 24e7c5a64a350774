import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';

import { catalogs, say, sayInSpans } from '../../src/render/catalog/say.ts';
import { en } from '../../src/render/catalog/en.ts';
import { replyLocales, toReplyLocale } from '../../src/render/locale.ts';

/** Names of the values and tags in an ICU message. */
const placeholders = (message: string): readonly string[] =>
  [
    ...new Set([...message.matchAll(/\{(\w+)[,}]|<(\w+)>/g)].map((match) => match[1] ?? match[2] ?? '')),
  ].sort();

describe.each(replyLocales)('the catalogue in %s', (locale) => {
  const catalog: Readonly<Record<string, string>> = catalogs[locale];

  it('has every text, and no other', () => {
    expect(Object.keys(catalog).sort()).toEqual(Object.keys(en).sort());
    expect(Object.values(catalog).filter((message) => message.trim() === '')).toEqual([]);
  });

  it('uses the same values as the English one', () => {
    for (const [key, message] of Object.entries(en)) {
      expect([key, placeholders(catalog[key] ?? '')]).toEqual([key, placeholders(message)]);
    }
  });

  it('holds nothing but messages that can be read', () => {
    for (const message of Object.values(catalog))
      expect(() => new IntlMessageFormat(message, locale), message).not.toThrow();
  });

  it('shouts nothing and does not call itself a bot', () => {
    expect(Object.values(catalog).filter((message) => /[!¡]|as a bot|como bot/i.test(message))).toEqual([]);
  });
});

describe('a text of the catalogue', () => {
  it('counts in words', () => {
    expect(say('en', 'passages', { count: 1 })).toBe('1 passage');
    expect(say('es', 'passages', { count: 2 })).toBe('2 pasajes');
    expect(say('en', 'lines', { first: 1200, last: 1300 })).toBe('lines 1200-1300');
  });

  it('keeps its values apart from its own mark-up', () => {
    expect(sayInSpans('en', 'raised', { title: '<em>*x*' })).toEqual([
      { kind: 'plain', text: 'This is raised in ' },
      { kind: 'italic', text: '<em>*x*' },
      { kind: 'plain', text: ', which gives no answer.' },
    ]);
  });
});

describe('the language of a reply', () => {
  it.each([
    ['es-ES', 'es'],
    ['es-419', 'es'],
    ['en-GB', 'en'],
    ['de', 'en'],
    [null, 'en'],
  ] as const)('for %s is %s', (tag, locale) => {
    expect(toReplyLocale(tag)).toBe(locale);
  });
});
