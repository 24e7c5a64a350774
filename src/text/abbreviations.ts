import { readWordList } from './word-list.ts';

/**
 * Abbreviations without their full stop, in lower case, by what shows that the sentence goes on after them. Many are
 * words as well ("The answer is no. She left."), so only the first group needs no proof.
 */
export const abbreviations = {
  /** Nothing but the rest of the sentence can follow: titles before names, words that lead something in. */
  beforeAnything: readWordList(`
    mr mrs ms dr prof sr rev hon gen col lt sgt capt cmdr gov sen rep pres messrs cf vs v e.g i.e
    sra srta dra lic ing av avda aprox ej p.ej ud uds
    bzw z.b d.h u.a m mm mme mlle
  `),
  /** A name or a noun may follow, and so may the next sentence. */
  beforeNames: readWordList('inc ltd co corp bros jr st mt ft dept univ al ed eds a.k.a usw'),
  /** "No. 5", "Sat. 7 May", "Vol. II". */
  beforeNumbers: readWordList(`
    no nos vol vols fig figs ch pp p art sec approx est ca jan feb mar apr jun jul aug sep sept oct nov dec
    mon tue wed thu fri sat sun núm num pág pag tel nr str abb
  `),
} as const;
