import type { Language } from './language.ts';

/** Folded words by which a speaker speaks of himself or of the one spoken to. */
const addressWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(
    'i im ive id ill me my mine myself you youre youve youll youd your yours yourself u ur'.split(' '),
  ),
  es: new Set(
    'yo me mi mis conmigo tu tus te ti contigo usted ustedes eres estas puedes tienes puedo tengo'.split(' '),
  ),
  de: new Set(
    'ich mich mir mein meine meinen meinem meiner du dich dir dein deine deinen deinem deiner'.split(' '),
  ),
  fr: new Set('je j me moi mon ma mes tu te toi ton ta tes vous votre vos'.split(' ')),
  pt: new Set('eu me mim meu minha meus minhas voce voces tu te teu tua'.split(' ')),
  it: new Set('io mi me mio mia miei mie tu ti te tuo tua tuoi tue'.split(' ')),
  zh: new Set(['我', '你', '您', '我们', '你们']),
  ja: new Set(['私', '僕', '俺', 'あなた', '君']),
};

/** Whether a folded word speaks of the speaker or of the one spoken to: "my", "you". */
export function isAddressWord(word: string, language: Language): boolean {
  return addressWords[language].has(word);
}
