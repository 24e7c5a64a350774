/** Abbreviations that are followed by a capital letter or a number within one sentence, without their full stop. */
export const abbreviations: ReadonlySet<string> = new Set(
  `
  mr mrs ms dr prof sr jr st rev hon gen col lt sgt capt cmdr gov sen rep pres messrs
  no nos vol vols fig figs ch pp p ed eds art sec cf vs v al approx est ca dept univ
  jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun
  e.g i.e a.k.a inc ltd co corp bros mt ft
  sra srta dra lic ing núm num pág pag tel av avda aprox ej p.ej ud uds
  bzw z.b d.h u.a nr str abb usw m mm mme mlle
  `
    .trim()
    .split(/\s+/u),
);
