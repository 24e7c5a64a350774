import type { Passage } from '../passages/passage.ts';
import { numbersFor } from '../search/fitted.ts';
import type { Hit } from '../search/hit.ts';
import type { Query } from '../search/query.ts';
import type { SearchIndex } from '../search/search-index.ts';

import type { Answer, Snippet } from './answer.ts';
import { chooseSnippets } from './choose-snippets.ts';
import { estimateConfidence, outcomeOf } from './confidence.ts';
import { consideredHits } from './considered-hits.ts';
import { considerQuestion, type Consideration } from './consider-question.ts';
import { cite, wholeSnippet } from './cut-snippet.ts';
import { findRelated } from './related.ts';

/** More quotes than this are not read. */
const mostSnippets = 3;

/** The passages for a question, best first: those that it names exactly, else those that fit best. */
export function rankPassages(question: string, index: SearchIndex, limit: number): readonly Hit[] {
  const query = index.parse(question);
  const named = index.findNamed(query);
  return named.length > 0 ? named : index.search(query, limit);
}

/** Answers a question from the passages of an index: answered when sure, suggested when close, else unanswered. */
export function answerQuestion(question: string, index: SearchIndex): Answer {
  const query = index.parse(question);
  const considered = considerQuestion(query, index);
  switch (considered.by) {
    case 'name':
      return answerNamed(considered.hits, query, index);
    case 'courtesy':
      return { outcome: 'unanswered', confidence: 0, related: [], raised: null };
    case 'openQuestion': {
      const { passage, confidence, hits } = considered;
      return openQuestion(passage, confidence, findRelated(hits, query, []));
    }
    case 'confidence':
      return answerByConfidence(considered, query, index);
    case 'parts':
      return answerParts(considered, query, index);
  }
}

/** A quote for each part that is answered, in the order of the parts; one where it answers several. */
function answerParts(
  { outcome, confidence, answered }: Extract<Consideration, { readonly by: 'parts' }>,
  query: Query,
  index: SearchIndex,
): Answer {
  const snippets: Snippet[] = [];
  for (const part of answered) {
    const [snippet] = chooseSnippets(part.hits, 1, numbersFor(index.fitted, part.query));
    if (snippet !== undefined && !snippets.some((other) => quotes(other, snippet))) snippets.push(snippet);
  }
  const hits = answered.flatMap((part) => part.hits);
  return { outcome, confidence, snippets, related: findRelated(hits, query, snippets) };
}

/** Whether the answer sentence of another snippet can be read in this one. */
function quotes(snippet: Snippet, { passageId, text, answer }: Snippet): boolean {
  return snippet.passageId === passageId && snippet.text.includes(text.slice(answer.start, answer.end));
}

function answerByConfidence(
  { outcome, confidence, hits }: Extract<Consideration, { readonly by: 'confidence' }>,
  query: Query,
  index: SearchIndex,
): Answer {
  if (outcome === 'unanswered') return { outcome, confidence, related: [], raised: null };
  if (outcome === 'answered') return answered(hits, query, confidence, index);
  const snippets = chooseSnippets(hits, mostSnippets, numbersFor(index.fitted, query));
  return { outcome, confidence, snippets, related: findRelated(hits, query, snippets) };
}

/** Another quote adds something while its passage is at least this share as likely the right one as the first. */
const leastRival = 1 / 3;

/** The first hit, and others only where each is nearly as likely and would be an answer by itself. */
function answered(hits: readonly Hit[], query: Query, confidence: number, index: SearchIndex): Answer {
  const sure = hits.filter(({ score }, i) => {
    if (i === 0) return true;
    const rest = hits.slice(i);
    if (Math.exp(score - (hits[0]?.score ?? 0)) < leastRival) return false;
    return outcomeOf(estimateConfidence(rest, query, index), rest, query, index) === 'answered';
  });
  const snippets = chooseSnippets(sure, mostSnippets, numbersFor(index.fitted, query));
  return { outcome: 'answered', confidence, snippets, related: findRelated(hits, query, snippets) };
}

/** Sure of what stands under the entry or the heading that the question names. */
function answerNamed(hits: readonly Hit[], query: Query, index: SearchIndex): Answer {
  const answerable = hits.filter(({ passage }) => passage.text !== '');
  const snippets = chooseSnippets(answerable, mostSnippets, numbersFor(index.fitted, query));
  const related = findRelated(index.search(query, consideredHits), query, snippets);
  return { outcome: 'answered', confidence: 1, snippets, related };
}

/** One FAQ entry, opened by its name: the whole answer, or the question alone when the knowledge leaves it open. */
export function answerEntry(passage: Passage): Answer {
  if (passage.text === '') return openQuestion(passage, 1, []);
  return { outcome: 'answered', confidence: 1, snippets: [wholeSnippet(passage)], related: [] };
}

function openQuestion(passage: Passage, confidence: number, related: readonly string[]): Answer {
  return { outcome: 'unanswered', confidence, related, raised: quoteOpenQuestion(passage) };
}

/** The question of an entry without an answer, as it stands there. */
export function quoteOpenQuestion(passage: Passage): Snippet {
  const text = passage.question ?? '';
  return {
    ...wholeSnippet(passage),
    text,
    answer: { start: 0, end: text.length },
    citation: { ...cite(passage, { start: 0, end: 1 }), lines: passage.headLines },
  };
}
