import type { Language } from './language.ts';
import { readWordList } from './word-list.ts';

/** Folded words by which a speaker speaks of himself or of the one spoken to. */
const addressWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: readWordList('i im ive id ill me my mine myself you youre youve youll youd your yours yourself u ur'),
  es: readWordList(
    'yo me mi mis conmigo tu tus te ti contigo usted ustedes eres estas puedes tienes puedo tengo',
  ),
  de: readWordList(
    'ich mich mir mein meine meinen meinem meiner du dich dir dein deine deinen deinem deiner',
  ),
  fr: readWordList('je j me moi mon ma mes tu te toi ton ta tes vous votre vos'),
  pt: readWordList('eu me mim meu minha meus minhas voce voces tu te teu tua'),
  it: readWordList('io mi me mio mia miei mie tu ti te tuo tua tuoi tue'),
  zh: readWordList('我 你 您 我们 你们'),
  ja: readWordList('私 僕 俺 あなた 君'),
};

/** Whether a folded word speaks of the speaker or of the one spoken to: "my", "you". */
export function isAddressWord(word: string, language: Language): boolean {
  return addressWords[language].has(word);
}
