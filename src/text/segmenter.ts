import type { Language } from './language.ts';

const segmenters = new Map<string, Intl.Segmenter>();

/** The segmenter of a language; each is made when first asked for and kept. */
export function segmenterFor(language: Language, granularity: 'word' | 'sentence'): Intl.Segmenter {
  const key = `${language}/${granularity}`;
  const known = segmenters.get(key);
  if (known !== undefined) return known;
  const segmenter = new Intl.Segmenter(language, { granularity });
  segmenters.set(key, segmenter);
  return segmenter;
}
