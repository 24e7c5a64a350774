/** The languages that Footnote itself speaks. */
export const replyLocales = ['en', 'es'] as const;

/** A language that Footnote speaks, as an ISO 639-1 code. */
export type ReplyLocale = (typeof replyLocales)[number];

/** The language of a reply for a locale as Discord (`es-419`) or a terminal (`es_MX.UTF-8`) names it; else English. */
export function toReplyLocale(tag: string | null): ReplyLocale {
  const language = tag?.split(/[-_.]/u)[0];
  return replyLocales.find((locale) => locale === language) ?? 'en';
}
