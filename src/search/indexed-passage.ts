import type { Passage } from '../passages/passage.ts';
import type { Meaning } from '../text/meaning.ts';
import { splitSentences } from '../text/sentences.ts';
import { isAddressWord } from '../text/address-words.ts';
import { analyzeTerms, type Stemmer, type Term } from '../text/terms.ts';
import type { Language } from '../text/language.ts';

import { sentenceVector } from './sentence-vector.ts';
import type { VocabularyBuilder } from './vocabulary.ts';

/** A run of terms: a sentence, a title, a question. */
export interface Phrase {
  /** Numbers of its terms in the vocabulary, in order. */
  readonly ids: Int32Array;
  /** For every term, the flags below. */
  readonly flags: Uint8Array;
  /** What it means, of length 1; null when no word of it is listed. */
  readonly vector: Float32Array | null;
}

/** A sentence of a passage with its place in the passage's text. */
export interface Sentence extends Phrase {
  readonly start: number;
  readonly end: number;
}

/** Properties of a term, as bits. */
export const termFlags = { stopWord: 1, capitalised: 2, numeric: 4, first: 8, address: 16 } as const;

/** A passage with everything about it that does not depend on a question. */
export interface IndexedPassage {
  readonly passage: Passage;
  readonly sentences: readonly Sentence[];
  /** Title of the document and headings down to the passage. */
  readonly headings: readonly Phrase[];
  /** The entry's question and its other phrasings; for an article, other names of its subject. */
  readonly phrasings: readonly Phrase[];
  /** Speaks to its reader or of its writer: "you", "my". */
  readonly isPersonal: boolean;
}

/** What passages are analysed with. */
export interface IndexContext {
  readonly vocabulary: VocabularyBuilder;
  readonly stem: Stemmer;
  readonly meaning: Meaning | null;
}

/** Analyses a passage in its own language and adds its terms to the vocabulary. */
export function indexPassage(passage: Passage, context: IndexContext): IndexedPassage {
  const { text, language } = passage;
  const toPhrase = (part: string): Phrase => indexPhrase(part, language, context);
  const sentences = splitSentences(text, language).map(({ start, end }) => {
    const phrase = toPhrase(text.slice(start, end));
    // The cells of a row stand side by side and say nothing together, so their words have no common meaning.
    return { ...phrase, vector: isTableRow(passage, start) ? null : phrase.vector, start, end };
  });
  for (const sentence of sentences) countCases(sentence, context.vocabulary);
  const headings = [passage.title, ...passage.headingTrail].map(toPhrase);
  const phrasings = [...(passage.question === null ? [] : [passage.question]), ...passage.aliases].map(
    toPhrase,
  );
  const terms = new Set<number>();
  for (const phrase of [...sentences, ...headings, ...phrasings]) for (const id of phrase.ids) terms.add(id);
  context.vocabulary.countPassage(terms);
  const isPersonal = [...sentences, ...phrasings].some(({ flags }) =>
    flags.some((flag) => (flag & termFlags.address) !== 0),
  );
  return { passage, sentences, headings, phrasings, isPersonal };
}

function isTableRow({ blocks }: Passage, start: number): boolean {
  return blocks.some((block) => block.kind === 'table' && block.start <= start && start < block.end);
}

function indexPhrase(text: string, language: Language, { vocabulary, stem, meaning }: IndexContext): Phrase {
  const terms = analyzeTerms(text, language, stem);
  return {
    ids: Int32Array.from(terms, (term) => vocabulary.add(term.stem, term.text)),
    flags: Uint8Array.from(terms, (term, index) => flagsOf(term, index, language)),
    vector: meaning === null || language !== 'en' ? null : sentenceVector(terms, meaning),
  };
}

/** The first word of a sentence has a capital letter, name or not. */
function countCases({ ids, flags }: Phrase, vocabulary: VocabularyBuilder): void {
  ids.forEach((id, place) => {
    const flag = flags[place] ?? 0;
    if ((flag & termFlags.first) === 0) vocabulary.countCase(id, (flag & termFlags.capitalised) !== 0);
  });
}

function flagsOf(term: Term, index: number, language: Language): number {
  return (
    (term.isStopWord ? termFlags.stopWord : 0) |
    (term.isCapitalised ? termFlags.capitalised : 0) |
    (term.isNumeric ? termFlags.numeric : 0) |
    (index === 0 ? termFlags.first : 0) |
    (isAddressWord(term.text, language) ? termFlags.address : 0)
  );
}
