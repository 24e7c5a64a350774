import type { Language } from './language.ts';
import { oncePerKey } from './once-per-key.ts';

type Granularity = 'word' | 'sentence';

const segmenters = { word: segmentersOf('word'), sentence: segmentersOf('sentence') };

function segmentersOf(granularity: Granularity): (language: Language) => Intl.Segmenter {
  return oncePerKey((language) => new Intl.Segmenter(language, { granularity }));
}

/** The segmenter of a language; each is made when first asked for and kept. */
export function segmenterFor(language: Language, granularity: Granularity): Intl.Segmenter {
  return segmenters[granularity](language);
}
