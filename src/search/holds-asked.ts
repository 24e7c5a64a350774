import type { Asked } from './asked.ts';
import { hasFlag, termId, type Sentence } from './passage-terms.ts';
import { termFlags } from './phrase-reader.ts';
import type { QuestionMeasure } from './question-measure.ts';

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

/** What a sentence is held against. */
interface Held {
  readonly text: string;
  readonly sentence: Sentence;
  readonly measure: QuestionMeasure;
}

const checks: Readonly<Record<Asked, (held: Held) => boolean>> = {
  number: (held) => hasNewNumber(held) || number.test(held.text),
  percentage: (held) => percentage.test(held.text) && (hasNewNumber(held) || fraction.test(held.text)),
  money: ({ text }) => money.test(text),
  duration: (held) => duration.test(held.text) && (hasNewNumber(held) || number.test(held.text)),
  age: (held) => age.test(held.text) && hasNewNumber(held),
  date: ({ text }) => yearOrMonth.test(text),
  person: hasNewName,
  place: (held) => hasNewName(held) && placeWord.test(held.text),
  reason: ({ text }) => reason.test(text),
  manner: ({ text }) => manner.test(text),
};

/**
 * Whether a sentence holds a thing of the kind that the question asks for, other than what the question itself names.
 * @param text That of the whole passage.
 */
export function holdsAsked(sentence: Sentence, text: string, measure: QuestionMeasure): boolean {
  const { asked } = measure.query;
  if (asked === null) return false;
  return checks[asked]({ text: text.slice(sentence.start, sentence.end), sentence, measure });
}

/** A term of the question cannot be what the question asks for. */
function isNew(packed: number, { match }: QuestionMeasure): boolean {
  return match.positionOf(termId(packed)) < 0;
}

function hasNewNumber({ sentence, measure }: Held): boolean {
  return hasTerm(sentence, (packed) => hasFlag(packed, termFlags.numeric) && isNew(packed, measure));
}

function hasTerm({ terms, from, to }: Sentence, isWanted: (packed: number) => boolean): boolean {
  for (let place = from; place < to; place += 1) if (isWanted(terms[place] ?? 0)) return true;
  return false;
}

/** German writes every noun with a capital, so there a name is not told by it. */
function hasNewName({ sentence, measure }: Held): boolean {
  const { language } = measure.query;
  if (language === 'zh' || language === 'ja' || language === 'de') return true;
  return hasTerm(
    sentence,
    (packed) =>
      hasFlag(packed, termFlags.capitalised) &&
      !hasFlag(packed, termFlags.stopWord) &&
      !hasFlag(packed, termFlags.first) &&
      isNew(packed, measure),
  );
}
