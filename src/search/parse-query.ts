import { isAddressWord } from '../text/address-words.ts';
import { isCourtesyWord } from '../text/courtesy-words.ts';
import { detectLanguage } from '../text/detect-language.ts';
import { languages, type Language } from '../text/language.ts';
import type { Meaning } from '../text/meaning.ts';
import { isStopWord } from '../text/stop-words.ts';
import { analyzeTerms, type Stemmer, type Term } from '../text/terms.ts';

import { findAsked } from './asked.ts';
import { inverseFrequency, type FrequencyContext } from './inverse-frequency.ts';
import type { Query, QueryTerm } from './query.ts';
import { sentenceVector } from './sentence-vector.ts';
import type { SpellingCorrector } from './spelling.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Limits on what one question may cost: a term of 20,000 characters took MiniSearch 400 MB, one of 100,000 made it throw. */
const longestQuestion = 512;
const longestTerm = 40;
const mostContentTerms = 16;

/** What a question is parsed against. */
export interface QueryContext {
  readonly vocabulary: Vocabulary;
  readonly frequencies: FrequencyContext;
  /** Languages of the knowledge, the one with the most passages first. */
  readonly languages: readonly Language[];
  readonly meaning: Meaning | null;
  readonly correct: SpellingCorrector;
  readonly stem: Stemmer;
}

/** Parses a question in its own language; words beyond the limits are left out. */
export function parseQuery(text: string, context: QueryContext): Query {
  const asked = text.normalize('NFC').slice(0, longestQuestion);
  // Between equals the languages of the knowledge win: a name alone says nothing about the language.
  const language = detectLanguage(asked, [...context.languages, ...languages]);
  const found = analyzeTerms(asked, language, context.stem).filter((term) => term.text.length <= longestTerm);
  const terms = limitContent(found).map((term, index) => toQueryTerm(term, index === 0, language, context));
  const content = terms.filter((term) => !term.isStopWord);
  const { meaning } = context;
  return {
    text,
    language,
    terms,
    contentTerms: distinct(content.length > 0 ? content : terms).slice(0, mostContentTerms),
    asked: findAsked(
      terms.map((term) => term.word),
      language,
    ),
    isCourtesy: isCourtesy(found, language),
    isPersonal: found.some((term) => isAddressWord(term.text, language)),
    vector:
      meaning === null || language !== 'en'
        ? null
        : sentenceVector(
            terms.map((term) => ({ text: term.word, isStopWord: term.isStopWord })),
            meaning,
          ),
  };
}

/** Nothing but words of courtesy, with grammar words between them. */
function isCourtesy(terms: readonly Term[], language: Language): boolean {
  const content = terms.filter((term) => !term.isStopWord);
  return content.length > 0 && content.every((term) => isCourtesyWord(term.text, language));
}

/** A word that is asked twice counts once. */
function distinct(terms: readonly QueryTerm[]): readonly QueryTerm[] {
  return [...new Map(terms.map((term) => [term.stems[0], term])).values()];
}

function limitContent(terms: readonly Term[]): readonly Term[] {
  let content = 0;
  return terms.filter((term) => {
    if (!term.isStopWord) content += 1;
    return content <= mostContentTerms;
  });
}

function toQueryTerm(term: Term, isFirst: boolean, language: Language, context: QueryContext): QueryTerm {
  const others = context.languages.filter((other) => other !== language);
  const stemsOf = (word: string, own: string): readonly string[] => [
    ...new Set([own, ...others.map((other) => context.stem(word, other))]),
  ];
  const asked = stemsOf(term.text, term.stem);
  const isKnown = asked.some((stem) => context.vocabulary.idOf(stem) !== undefined);
  const word = context.correct(term.text, isKnown, language);
  const stems = word === term.text ? asked : stemsOf(word, context.stem(word, language));
  const ids = stems.flatMap((stem) => context.vocabulary.idOf(stem) ?? []);
  const isCapitalised = term.isCapitalised && !isFirst;
  return {
    word,
    stems,
    ids,
    isStopWord: word === term.text ? term.isStopWord : isStopWord(word, language),
    isNumeric: term.isNumeric,
    isNamed: isCapitalised || term.isNumeric || ids.some((id) => context.vocabulary.capitalsOf(id) > 0),
    idf: inverseFrequency(word, ids, language, context.frequencies),
  };
}
