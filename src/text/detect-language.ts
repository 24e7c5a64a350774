import { languages, type Language } from './language.ts';
import { isStopWord } from './stop-words.ts';
import { splitWords } from './words.ts';

/** Enough to tell languages apart; reading more of a long document does not change the outcome. */
const longestSample = 4_000;

/** Letters and marks that hardly occur outside of these languages, each worth one stop word. */
const telling: Partial<Readonly<Record<Language, RegExp>>> = {
  es: /[ñ¿¡]/gu,
  de: /[äöüß]/gu,
  fr: /[èêœç]/gu,
  pt: /[ãõ]/gu,
  it: /[ìò]/gu,
};

/**
 * The language that most of the text's grammar words belong to. Between equals, and for a text without any, it is
 * the first of `candidates`, so order them by how much is written in each.
 */
export function detectLanguage(text: string, candidates: readonly Language[] = languages): Language {
  const sample = text.slice(0, longestSample);
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(sample)) return 'ja';
  if (isMostlyHan(sample)) return 'zh';
  const words = splitWords(sample, 'en');
  let best: { language: Language; votes: number } = { language: candidates[0] ?? 'en', votes: 0 };
  for (const language of candidates) {
    const marks = telling[language];
    const letters = marks === undefined ? 0 : [...sample.toLowerCase().matchAll(marks)].length;
    const votes = letters + words.filter((word) => isStopWord(word.text, language)).length;
    if (votes > best.votes) best = { language, votes };
  }
  return best.language;
}

function isMostlyHan(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const others = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return han > 0 && han * 3 >= others;
}
