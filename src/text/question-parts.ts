import { isCourtesyWord } from './courtesy-words.ts';
import type { Language } from './language.ts';
import { oncePerKey } from './once-per-key.ts';
import { splitSentences } from './sentences.ts';
import { isStopWord } from './stop-words.ts';
import { splitWords } from './words.ts';

/** How one question is joined to another. Accents tell Spanish "qué" from the "que" that joins a clause. */
interface Joint {
  /** "and". */
  readonly joining: string;
  /** What may stand before the question word: "and in which year". */
  readonly leading: string;
  /** The question words, without those that more often join a clause than open a question (French "que"). */
  readonly opening: string;
  /** What stands for something named before: "it", "they". */
  readonly referring: string;
}

const joints: Partial<Readonly<Record<Language, Joint>>> = {
  en: {
    joining: 'and|&',
    leading: 'also|in|at|by|for|to|from|of|on|with|about|since|until',
    opening: 'who|whom|whose|whos|what|whats|when|where|wheres|why|how|which',
    referring: 'its?|itself|he|him|his|she|hers?|they|them|theirs?|this|these|those',
  },
  es: {
    joining: 'y|e',
    leading: 'también|tambien|en|a|de|del|con|desde|hasta|para|por',
    opening:
      '(?:por|para) qu[eé]|qué|cómo|qui[eé]n(?:es)?|cu[aá]l(?:es)?|cu[aá]ndo|a?d[oó]nde|cu[aá]nt[oa]s?',
    referring: 'él|ellas?|ellos|esto|eso|est[ea]|est[ao]s|es[ea]|es[ao]s|sus?|lo|los',
  },
  de: {
    joining: 'und|sowie',
    leading: 'auch|in|an|auf|bei|für|zu|von|vom|mit|seit|bis|aus',
    opening: 'wer|wen|wem|wessen|was|wann|wo|wohin|woher|warum|wieso|weshalb|wie|wieviele?|welche[rsnm]?',
    referring: 'er|sie|es|ihn|ihm|ihre?[nrms]?|ihnen|seine?[nrms]?|diese[nrms]?|das',
  },
  fr: {
    joining: 'et',
    leading: 'aussi|en|à|dans|par|pour|de|avec|depuis|chez|sur',
    opening: "qui|quand|o[uù]|comment|pourquoi|combien|quel(?:le)?s?|quoi|qu['’]est-ce",
    referring: 'ils?|elles?|lui|leurs?|son|sa|ses|cela|[cç]a|ce|cette|ces',
  },
  pt: {
    joining: 'e',
    leading: 'também|em|a|de|do|da|com|desde|até|para|por',
    opening: 'por qu[eê]|o que|quem|quando|a?onde|quant[oa]s?|qual|quais|como',
    referring: 'el[ea]s?|isto|isso|est[ea]s?|ess[ea]s?|seus?|suas?|del[ea]s?',
  },
  it: {
    joining: 'ed?',
    leading: 'anche|in|a|da|di|con|per|su|fino',
    opening: 'chi|quando|dove|come|perch[eé]|quant[oaie]|qual[ei]?|che cosa|cosa',
    referring: 'l[uo]i|lei|loro|ess[oaie]|quest[oaie]|suoi?|sua|sue',
  },
};

/** A boundary of words that also knows letters with accents. */
function word(alternatives: string): string {
  return String.raw`(?<![\p{L}\p{N}])(?:${alternatives})(?![\p{L}\p{N}])`;
}

interface Patterns {
  readonly cut: RegExp;
  readonly opener: RegExp;
  readonly reference: RegExp;
}

/** Undefined for a language whose questions are not parted. */
const patternsOf = oncePerKey((language: Language): Patterns | undefined => {
  const joint = joints[language];
  if (joint === undefined) return undefined;
  const { joining, leading, opening, referring } = joint;
  return {
    cut: new RegExp(String.raw`${word(joining)}\s+(?=(?:(?:${leading})\s+)?${word(opening)})`, 'giu'),
    opener: new RegExp(word(opening), 'iu'),
    reference: new RegExp(word(referring), 'iu'),
  };
});

/**
 * The questions that a message puts one after the other, each without the "and" before it: apart by a question mark
 * or by an "and" before a question word. Greetings and thanks are left out. One part when a sentence between them asks
 * nothing, since that may be what the questions are about.
 */
export function splitQuestion(text: string, language: Language): readonly string[] {
  const sentences = text
    .split(/(?<=\?)\s+|(?<=？)/u)
    .flatMap((piece) => splitSentences(piece, language).map(({ start, end }) => piece.slice(start, end)))
    .filter((sentence) => !isCourtesy(sentence, language));
  if (!sentences.every((one) => /[?？]$/u.test(one) || asksQuestion(one, language))) return [text.trim()];
  const cut = patternsOf(language)?.cut;
  return sentences
    .flatMap((sentence) => (cut === undefined ? [sentence] : sentence.split(cut)))
    .map((part) => part.replace(/[\s,;]+$/u, ''))
    .filter((part) => part !== '');
}

function isCourtesy(sentence: string, language: Language): boolean {
  const words = splitWords(sentence, language).map((one) => one.text);
  return (
    words.some((one) => isCourtesyWord(one, language)) &&
    words.every((one) => isCourtesyWord(one, language) || isStopWord(one, language)) &&
    !asksQuestion(sentence, language)
  );
}

/** Whether a part has a question word. */
export function asksQuestion(part: string, language: Language): boolean {
  return patternsOf(language)?.opener.test(part) === true;
}

/** Whether a part stands for something that was named before it: "how old is it". */
export function refersBack(part: string, language: Language): boolean {
  return patternsOf(language)?.reference.test(part) === true;
}
