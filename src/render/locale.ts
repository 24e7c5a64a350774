/** The languages that Footnote itself speaks. */
export const replyLocales = ['en', 'es'] as const;

export type ReplyLocale = (typeof replyLocales)[number];

/** The language of a reply for a locale as Discord names it, such as `es-419`; English when it is not spoken. */
export function toReplyLocale(tag: string | null): ReplyLocale {
  const language = tag?.split('-')[0];
  return replyLocales.find((locale) => locale === language) ?? 'en';
}
