import { passageMeets, type LabelledQuestion } from '../evaluation/question-set.ts';
import type { Passage } from '../passages/passage.ts';
import type { Hit } from '../search/hit.ts';
import type { Query } from '../search/query.ts';
import { createSearchIndex } from '../search/create-search-index.ts';
import type { SearchIndex, SearchIndexOptions } from '../search/search-index.ts';

/** A question asked of some knowledge, with all that was found. */
export interface TrainingCase {
  /** What is held out together: a source file, or an FAQ entry; null for a question that belongs to none. */
  readonly group: string | null;
  /** The questions that it is weighed with, such as `small` or `loose`. */
  readonly family: string;
  /** `answerable`, or the kind of unanswerable question. */
  readonly set: string;
  /** Passages of the knowledge. */
  readonly passages: number;
  readonly query: Query;
  /** Best first by the weights that the index was built with. */
  readonly hits: readonly Hit[];
  readonly isRight: (hit: Hit) => boolean;
  /** The texts of which one stands in the answer sentence. */
  readonly texts: readonly string[];
}

/** Knowledge with its questions. */
export interface LabelledKnowledge {
  readonly passages: readonly Passage[];
  readonly questions: readonly LabelledQuestion[];
}

/** Candidates that are kept of a case: those below hardly ever hold the answer. */
const keptHits = 20;

/** A community's small knowledge base has about so many passages. */
const smallSize = 15;

/** Of the questions that have nothing to do with a small knowledge base, each so many-th is asked of it. */
const farEvery = 50;
const talkEvery = 8;

/** Every question of a set, asked of all its knowledge. */
export function wholeCases(
  family: string,
  { passages, questions }: LabelledKnowledge,
  options: SearchIndexOptions,
): readonly TrainingCase[] {
  const index = createSearchIndex(passages, options);
  return questions.map((labelled) => askCase(labelled, index, family));
}

/** The answerable cases again with the right passages taken out, as if they were missing. */
export function missingCases(cases: readonly TrainingCase[]): readonly TrainingCase[] {
  return cases
    .filter(({ hits, isRight }) => hits.some(isRight))
    .map((one) => ({
      ...one,
      set: 'near',
      hits: one.hits.filter((hit) => !one.isRight(hit)),
      isRight: never,
    }));
}

/**
 * The questions of a large set asked of its documents in small pieces, as a community has them: with the right passage
 * there, with the right passage taken out ("near"), questions of other documents ("far") and small talk.
 */
export function smallCases(
  family: string,
  { passages, questions }: LabelledKnowledge,
  whole: readonly TrainingCase[],
  options: SearchIndexOptions,
): readonly TrainingCase[] {
  const rightIds = whole.map(({ hits, isRight }) => hits.find(isRight)?.passage.id ?? null);
  return piecesOf(passages).flatMap((piece, shift) => {
    const index = createSearchIndex(piece, options);
    const ids = new Set(piece.map(({ id }) => id));
    const own = questions.filter((_, i) => ids.has(rightIds[i] ?? ''));
    const far = questions.filter(
      ({ expect }, i) =>
        expect !== null &&
        !ids.has(rightIds[i] ?? '') &&
        expect.path !== piece[0]?.path &&
        (i + shift) % farEvery === 0,
    );
    const talk = questions.filter(({ set }, i) => isTalk(set) && (i + shift) % talkEvery === 0);
    const here = own.map((labelled) => askCase(labelled, index, family));
    const elsewhere = [...far.map((labelled) => ({ ...labelled, expect: null, set: 'far' })), ...talk];
    return [
      ...here,
      ...missingCases(here),
      ...elsewhere.map((labelled) => ({
        ...askCase(labelled, index, family),
        group: piece[0]?.path ?? null,
      })),
    ];
  });
}

function askCase(labelled: LabelledQuestion, index: SearchIndex, family: string): TrainingCase {
  const { expect, question, set } = labelled;
  const query = index.parse(question);
  const asked = {
    family,
    passages: index.size,
    query,
    hits: index.search(query, keptHits).filter(({ passage }) => passage.text !== ''),
  };
  if (expect === null)
    return { ...asked, group: null, set: set ?? 'unanswerable', isRight: never, texts: [] };
  return {
    ...asked,
    group: expect.path ?? expect.entry?.[0] ?? null,
    set: 'answerable',
    isRight: ({ passage }) => passageMeets(passage, expect),
    texts: expect.text ?? [],
  };
}

/** Small talk and questions about anything else. */
function isTalk(set: string | undefined): boolean {
  return set === 'chit-chat' || set === 'not-in-faq';
}

function never(): boolean {
  return false;
}

function piecesOf(passages: readonly Passage[]): readonly (readonly Passage[])[] {
  const byPath = new Map<string, Passage[]>();
  for (const passage of passages) byPath.set(passage.path, [...(byPath.get(passage.path) ?? []), passage]);
  return [...byPath.values()].flatMap((own) =>
    Array.from({ length: Math.max(1, Math.round(own.length / smallSize)) }, (_, i) =>
      own.slice(i * smallSize, (i + 1) * smallSize),
    ).filter((piece) => piece.length > 0),
  );
}
