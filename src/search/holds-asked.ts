import type { Language } from '../text/language.ts';

import type { Asked } from './asked.ts';
import { hasFlag, termId, type Sentence } from './passage-terms.ts';
import { termFlags } from './phrase-reader.ts';
import type { QuestionMeasure } from './question-measure.ts';

/** A word of a sentence as far as it matters here. */
interface SentenceWord {
  readonly isCapitalised: boolean;
  readonly isNumeric: boolean;
  /** Repeats a term of the question, so it cannot be what the question asks for. */
  readonly isAsked: boolean;
  readonly isStopWord: boolean;
  readonly isFirst: boolean;
}

const months =
  'january february march april may june july august september october november december|enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre|januar februar märz mai juni juli oktober dezember|janvier février mars avril juin juillet août septembre octobre novembre décembre|janeiro fevereiro março maio junho julho setembro outubro novembro dezembro|gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'
    .split(/[ |]/u)
    .join('|');
const numberWords =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|hundred|hundreds|thousand|thousands|million|millions|billion|once|twice|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|veinte|treinta|cien|mil|millones|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|deux|trois|quatre|cinq|sept|huit|neuf|dix|cent|mille|dois|três|quatro|oito|dez|due|tre|quattro|cinque|sette|otto|nove|dieci|cento';
const times =
  'century|centuries|decade|year|years|today|yesterday|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|siglo|década|año|años|hoy|ayer|lunes|martes|miércoles|jueves|viernes|sábado|domingo|jahrhundert|jahr|siècle|année|século|ano|secolo|anno';
const units =
  'seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centuries|segundos?|minutos?|horas?|días?|semanas?|mes(?:es)?|años?|stunden?|tagen?|wochen?|monaten?|jahren?|heures?|jours?|semaines?|mois|ans?|dias?|anos?|ore|giorni|settimane|mesi|anni';

const yearOrMonth = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:1[0-9]{3}|20[0-9]{2}|[0-9]{1,3} ?(?:bc|ad|bce|ce)|${months}|${times})(?![\\p{L}\\p{N}])`,
  'iu',
);
const number = new RegExp(`(?<![\\p{L}])(?:${numberWords})(?![\\p{L}])`, 'iu');
const percentage =
  /%|(?<!\p{L})(?:percent|per cent|por ciento|prozent|pour cent|por cento|per cento|percentage|half|quarter|third|mitad)(?!\p{L})/iu;
const fraction = new RegExp(`(?<!\\p{L})(?:half|third|quarter|mitad|${numberWords})(?!\\p{L})`, 'iu');
const money = /[$€£¥]|(?<!\p{L})(?:dollars?|euros?|pounds?|pesos?|cents?|usd|eur|mxn|free|gratis)(?!\p{L})/iu;
const duration = new RegExp(`(?<!\\p{L})(?:${units})(?!\\p{L})`, 'iu');
const age =
  /(?<!\p{L})(?:aged?|years? old|year-old|born|edad|años de edad|nacid[oa]|jahre alt|ans|idade|anni)(?!\p{L})/iu;
const reason =
  /(?<!\p{L})(?:because|since|due to|caused?|causing|reason|owing|therefore|result(?:ed|s)?|led to|so that|in order|thanks to|prompted|amid|porque|debido|causa|razón|motivo|gracias|por lo que|weil|wegen|grund|damit|parce que|car|raison|grâce|porque|razão|perché|motivo|poiché)(?!\p{L})/iu;
const manner =
  /(?<!\p{L})(?:by|through|using|use|uses|via|with|click|open|run|type|select|choose|press|write|add|mediante|usando|con|pulsa|escribe|abre|elige|durch|mit|indem|par|avec|en|através|com|tramite)(?!\p{L})/iu;
const placeWord =
  /(?<!\p{L})(?:in|at|to|from|near|into|via|en|a|desde|hacia|nach|aus|à|dans|em|para|da|nel)\s+(?:the\s+|la\s+|el\s+)?\p{Lu}/u;

interface Held {
  readonly text: string;
  readonly words: readonly SentenceWord[];
  readonly language: Language;
}

const checks: Readonly<Record<Asked, (held: Held) => boolean>> = {
  number: ({ text, words }) => hasNewNumber(words) || number.test(text),
  percentage: ({ text, words }) => percentage.test(text) && (hasNewNumber(words) || fraction.test(text)),
  money: ({ text }) => money.test(text),
  duration: ({ text, words }) => duration.test(text) && (hasNewNumber(words) || number.test(text)),
  age: ({ text, words }) => age.test(text) && hasNewNumber(words),
  date: ({ text }) => yearOrMonth.test(text),
  person: ({ words, language }) => hasNewName(words, language),
  place: ({ text, words, language }) => hasNewName(words, language) && placeWord.test(text),
  reason: ({ text }) => reason.test(text),
  manner: ({ text }) => manner.test(text),
};

/**
 * Whether a sentence holds a thing of the kind that the question asks for, other than what the question itself names.
 * @param text That of the whole passage.
 */
export function holdsAsked(sentence: Sentence, text: string, { query, match }: QuestionMeasure): boolean {
  if (query.asked === null) return false;
  const words = Array.from(sentence.terms, (packed) => ({
    isCapitalised: hasFlag(packed, termFlags.capitalised),
    isNumeric: hasFlag(packed, termFlags.numeric),
    isStopWord: hasFlag(packed, termFlags.stopWord),
    isFirst: hasFlag(packed, termFlags.first),
    isAsked: match.positionOf(termId(packed)) >= 0,
  }));
  const held = { text: text.slice(sentence.start, sentence.end), words, language: query.language };
  return checks[query.asked](held);
}

function hasNewNumber(words: readonly SentenceWord[]): boolean {
  return words.some((word) => word.isNumeric && !word.isAsked);
}

/** German writes every noun with a capital, so there a name is not told by it. */
function hasNewName(words: readonly SentenceWord[], language: Language): boolean {
  if (language === 'zh' || language === 'ja' || language === 'de') return true;
  return words.some((word) => word.isCapitalised && !word.isAsked && !word.isStopWord && !word.isFirst);
}
