/** The languages that Footnote analyses, as ISO 639-1 codes. */
export const languages = ['en', 'es', 'de', 'fr', 'pt', 'it', 'zh', 'ja'] as const;

/** A language that Footnote analyses. */
export type Language = (typeof languages)[number];
