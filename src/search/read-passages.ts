import type { Passage } from '../passages/passage.ts';
import type { Language } from '../text/language.ts';
import type { Meaning } from '../text/meaning.ts';
import { splitSentences } from '../text/sentences.ts';

import { createNumberList } from './growing-lists.ts';
import type { PassageTerms } from './passage-terms.ts';
import { termFlags, type PhraseReader } from './phrase-reader.ts';
import { createPhraseStore, type PhraseStore } from './phrase-store.ts';
import type { VocabularyBuilder } from './vocabulary.ts';

/** What passages are analysed with. */
export interface ReadContext {
  readonly vocabulary: VocabularyBuilder;
  readonly reader: PhraseReader;
  readonly meaning: Meaning | null;
}

/** A phrase with its terms, by their numbers among the words that the reader has read. */
interface NumberedPhrase {
  readonly number: number;
  readonly terms: readonly number[];
}

/** Analyses passages, each in its own language, and adds their terms to the vocabulary. */
export function readPassages(passages: readonly Passage[], context: ReadContext): PassageTerms {
  const store = createPhraseStore(context.reader.written, context.meaning);
  const readHeading = createHeadingReader(store, context);
  const phrases = createNumberList();
  const kindStarts = createNumberList();
  const personal = new Uint8Array(passages.length);

  const keep = (passage: number, kept: readonly NumberedPhrase[], speaks: boolean): void => {
    const { ids, flags } = context.reader.written;
    kindStarts.push(phrases.length);
    for (const { number, terms } of kept) {
      phrases.push(number);
      for (const term of terms) {
        context.vocabulary.countPassage(ids[term] ?? 0, passage);
        if (speaks && ((flags[term] ?? 0) & termFlags.address) !== 0) personal[passage] = 1;
      }
    }
  };
  passages.forEach((passage, number) => {
    const { language, title, headingTrail } = passage;
    keep(number, readSentences(passage, store, context), true);
    keep(
      number,
      [title, ...headingTrail].map((heading) => readHeading(heading, language)),
      false,
    );
    keep(number, readPhrasings(passage, store, context), true);
  });
  kindStarts.push(phrases.length);
  return {
    size: passages.length,
    ...store.build(),
    phrases: phrases.toArray(),
    kindStarts: kindStarts.toArray(),
    personal,
  };
}

function readSentences(
  passage: Passage,
  store: PhraseStore,
  { vocabulary, reader }: ReadContext,
): readonly NumberedPhrase[] {
  const { text, language } = passage;
  return splitSentences(text, language).map((place) => {
    const terms = reader.read(text.slice(place.start, place.end), language);
    const { ids, flags } = reader.written;
    // The first word of a sentence has a capital letter, name or not.
    for (let i = 1; i < terms.length; i += 1) {
      const term = terms[i] ?? 0;
      vocabulary.countCase(ids[term] ?? 0, ((flags[term] ?? 0) & termFlags.capitalised) !== 0);
    }
    // The cells of a row stand side by side and say nothing together, so their words have no common meaning.
    const hasMeaning = language === 'en' && !isTableRow(passage, place.start);
    return { number: store.keep(terms, place, hasMeaning), terms };
  });
}

function isTableRow({ blocks }: Passage, start: number): boolean {
  return blocks.some((block) => block.kind === 'table' && block.start <= start && start < block.end);
}

function readPhrasings(
  { question, aliases, language }: Passage,
  store: PhraseStore,
  { reader }: ReadContext,
): readonly NumberedPhrase[] {
  return [...(question === null ? [] : [question]), ...aliases].map((phrasing) => {
    const terms = reader.read(phrasing, language);
    return { number: store.keep(terms, null, language === 'en'), terms };
  });
}

/** The passages under one heading share its phrase; its words are counted for each of them. */
function createHeadingReader(
  store: PhraseStore,
  { vocabulary, reader }: ReadContext,
): (heading: string, language: Language) => NumberedPhrase {
  const kept = new Map<string, NumberedPhrase>();
  return (heading, language) => {
    const key = `${language} ${heading}`;
    const before = kept.get(key);
    if (before !== undefined) {
      const { ids, words } = reader.written;
      for (const term of before.terms) vocabulary.countWord(ids[term] ?? 0, words[term] ?? 0);
      return before;
    }
    const terms = reader.read(heading, language);
    const phrase = { number: store.keep(terms, null, false), terms };
    kept.set(key, phrase);
    return phrase;
  };
}
