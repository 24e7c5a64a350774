import type { SourceFile } from '../../src/corpus/document.ts';
import { createRandom } from '../../src/evaluation/random.ts';

import { createZipf, logNormal, logUniform, pick, type Random } from './distributions.ts';

/** A question that was made from one passage. */
export interface MadeQuestion {
  readonly question: string;
  /** The text of the passage that answers it. */
  readonly passage: string;
}

/** Texts with questions about them. */
export interface Texts {
  readonly files: readonly SourceFile[];
  readonly questions: readonly MadeQuestion[];
}

/*
 * The shape of ../shared/data/squad, measured: 36 passages an article; words of a passage 73, 121, 281 at the 5th, 50th and
 * 95th percentile; words of a sentence 9, 22, 48; words of a question 5, 10, 17.
 */
const passagesPerArticle = 36;
const passageWords = { median: 125, sigma: 0.41, least: 25 } as const;
const questionTerms = { median: 5, sigma: 0.4 } as const;
const sentenceWords = { median: 22, sigma: 0.5, least: 5, most: 60 } as const;

/** Words of the language; those behind the list of real ones are invented. */
const vocabularySize = 300_000;
/** The most frequent words say nothing of a subject. */
const leastTopicRank = 150;
/** Subjects are made of words up to this rank; rarer words occur, but no text is about them. */
const mostTopicRank = 25_000;
const articleTopics = 60;
const passageTopics = 12;
const articleShare = 0.2;
const passageShare = 0.1;
const numberShare = 0.007;
/** Of a hundred questions so many have a slip of the pen, and so many words of a question another ending. */
const slipShare = 0.05;
const endingShare = 0.2;

const openings = [
  'what is the',
  'what did the',
  'who was the',
  'when did the',
  'where is the',
  'how many',
  'why did',
  'which',
  'how does the',
];
const joints = ['of the', 'in', 'and', 'to the', 'for', 'with', 'on the', 'from the', 'by'];

/** Texts of so many passages, with so many questions; the same for the same seed. */
export function generateTexts(
  words: readonly string[],
  passages: number,
  questions: number,
  seed: number,
): Texts {
  const random = createRandom(seed);
  const language = createLanguage(words);
  const asked = new Set(
    Array.from({ length: questions }, (_, i) => Math.floor((i + random()) * (passages / questions))),
  );
  const files: SourceFile[] = [];
  const made: MadeQuestion[] = [];
  for (let start = 0; start < passages; start += passagesPerArticle) {
    const article = language.articleTopics(random);
    const paragraphs: string[] = [];
    for (let i = start; i < Math.min(start + passagesPerArticle, passages); i += 1) {
      const sentences = writePassage(random, language, article);
      const passage = sentences.map(writeSentence).join(' ');
      paragraphs.push(passage);
      if (asked.has(i)) made.push({ question: makeQuestion(random, pick(random, sentences)), passage });
    }
    const title = article.slice(0, 2).map(capitalise).join(' ');
    const number = Math.floor(start / passagesPerArticle);
    files.push({ path: `articles/${number}.md`, text: `# ${title}\n\n${paragraphs.join('\n\n')}\n` });
  }
  return { files, questions: made };
}

/**
 * The question that comes `n`th when all are asked over and over, each time with more space in it: else the memory of
 * answers would be measured.
 */
export function nthQuestion(questions: readonly string[], n: number): string {
  const round = Math.floor(n / questions.length);
  return (questions[n % questions.length] ?? '').replace(' ', ' '.repeat(1 + round));
}

interface GeneratedWord {
  readonly text: string;
  readonly isTopic: boolean;
}

interface Language {
  any(random: Random): GeneratedWord;
  articleTopics(random: Random): readonly string[];
  passageTopics(random: Random): readonly string[];
}

function createLanguage(words: readonly string[]): Language {
  const zipf = createZipf(vocabularySize);
  const wordAt = (rank: number): string => words[rank] ?? inventWord(rank);
  const topics = (random: Random, count: number): readonly string[] =>
    Array.from({ length: count }, () => wordAt(logUniform(random, leastTopicRank, mostTopicRank)));
  return {
    any: (random) => {
      const rank = zipf(random);
      return { text: wordAt(rank), isTopic: rank >= leastTopicRank };
    },
    articleTopics: (random) => topics(random, articleTopics),
    passageTopics: (random) => topics(random, passageTopics),
  };
}

const onsets = [
  'b',
  'd',
  'f',
  'g',
  'k',
  'l',
  'm',
  'n',
  'p',
  'r',
  's',
  't',
  'v',
  'w',
  'z',
  'br',
  'st',
  'tr',
  'ch',
  'sh',
];
const vowels = ['a', 'e', 'i', 'o', 'u', 'ai', 'ou', 'ea'];
const endings = ['', 'n', 'r', 's', 'l', 't', 'm', 'nd'];

/** A name that no list has, always the same for its rank. Every second one is written with a capital letter. */
function inventWord(rank: number): string {
  const random = createRandom(rank);
  const syllables = 2 + Math.floor(random() * 3);
  const word = Array.from({ length: syllables }, (_, i) => {
    const end = i === syllables - 1 ? pick(random, endings) : '';
    return pick(random, onsets) + pick(random, vowels) + end;
  }).join('');
  return rank % 2 === 0 ? capitalise(word) : word;
}

function writePassage(
  random: Random,
  language: Language,
  article: readonly string[],
): readonly (readonly GeneratedWord[])[] {
  const own = language.passageTopics(random);
  const { median, sigma, least } = passageWords;
  const wanted = Math.max(least, logNormal(random, median, sigma));
  const sentences: (readonly GeneratedWord[])[] = [];
  let written = 0;
  while (written < wanted) {
    const drawn = logNormal(random, sentenceWords.median, sentenceWords.sigma);
    const length = Math.round(Math.min(sentenceWords.most, Math.max(sentenceWords.least, drawn)));
    sentences.push(Array.from({ length }, () => writeWord(random, language, article, own)));
    written += length;
  }
  return sentences;
}

function writeWord(
  random: Random,
  language: Language,
  article: readonly string[],
  own: readonly string[],
): GeneratedWord {
  const drawn = random();
  if (drawn < passageShare) return { text: pick(random, own), isTopic: true };
  if (drawn < passageShare + articleShare) return { text: pick(random, article), isTopic: true };
  if (drawn < passageShare + articleShare + numberShare)
    return { text: String(1000 + Math.floor(random() * 1030)), isTopic: true };
  return language.any(random);
}

function writeSentence(sentence: readonly GeneratedWord[]): string {
  return `${capitalise(sentence.map(({ text }) => text).join(' '))}.`;
}

/** Asks for what stands in a sentence, with some of its words in another form and all grammar of our own. */
function makeQuestion(random: Random, sentence: readonly GeneratedWord[]): string {
  const topics = [...new Set(sentence.filter(({ isTopic }) => isTopic).map(({ text }) => text))];
  const count = Math.round(logNormal(random, questionTerms.median, questionTerms.sigma));
  while (topics.length > count) topics.splice(Math.floor(random() * topics.length), 1);
  const words = topics.map((word) => (random() < endingShare ? changeEnding(random, word) : word));
  if (random() < slipShare && words[0] !== undefined) words[0] = slip(random, words[0]);
  return `${capitalise(pick(random, openings))} ${words.join(` ${pick(random, joints)} `)}?`;
}

function changeEnding(random: Random, word: string): string {
  return /\d/u.test(word) ? word : word.replace(/e$/u, '') + pick(random, ['s', 'ed', 'ing']);
}

/** Two neighbouring letters swapped. */
function slip(random: Random, word: string): string {
  const at = 1 + Math.floor(random() * Math.max(1, word.length - 2));
  return word.slice(0, at) + word.slice(at + 1, at + 2) + word.slice(at, at + 1) + word.slice(at + 2);
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
