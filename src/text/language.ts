/** The languages that Footnote analyses, as ISO 639-1 codes. */
export const languages = ['en', 'es', 'de', 'fr', 'pt', 'it', 'zh', 'ja'] as const;

export type Language = (typeof languages)[number];
