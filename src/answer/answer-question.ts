import type { Passage } from '../passages/passage.ts';
import { numbersFor, type Numbers } from '../search/fitted.ts';
import type { Hit } from '../search/hit.ts';
import type { Query } from '../search/query.ts';
import type { SearchIndex } from '../search/search-index.ts';

import type { Answer, Snippet } from './answer.ts';
import { chooseSnippets } from './choose-snippets.ts';
import { estimateConfidence, outcomeOf } from './confidence.ts';
import { consideredHits } from './considered-hits.ts';
import { cite, wholeSnippet } from './cut-snippet.ts';
import { findRelated } from './related.ts';

/** More quotes than this are not read. */
const mostSnippets = 3;

/** An open question is recognised by this much agreement with what was asked: F1 of both, from 0 to 1. */
const raisedAgreement = 0.6;

/** The passages for a question, best first: those that it names exactly, else those that fit best. */
export function rankPassages(question: string, index: SearchIndex, limit: number): readonly Hit[] {
  const query = index.parse(question);
  const named = index.findNamed(query);
  return named.length > 0 ? named : index.search(query, limit);
}

/** Answers a question from the passages of an index: answered when sure, suggested when close, else unanswered. */
export function answerQuestion(question: string, index: SearchIndex): Answer {
  const query = index.parse(question);
  const numbers = numbersFor(index.fitted, query);
  const named = index.findNamed(query);
  if (named.length > 0) return answerNamed(named, question, numbers);
  if (query.isCourtesy) return { outcome: 'unanswered', confidence: 0, related: [], raised: null };
  const hits = index.search(query, consideredHits);
  const raised = hits.find(
    ({ passage, evidence }, i) =>
      i < 2 && passage.text === '' && (evidence.features['questionF1'] ?? 0) >= raisedAgreement,
  );
  const answerable = hits.filter(({ passage }) => passage.text !== '');
  const confidence = estimateConfidence(answerable, query, index);
  const outcome = outcomeOf(confidence, answerable, query, index);
  if (outcome === 'answered') return answered(answerable, query, confidence, index);
  if (raised !== undefined)
    return openQuestion(raised.passage, confidence, findRelated(answerable, question, []));
  if (outcome === 'unanswered') return { outcome, confidence, related: [], raised: null };
  const snippets = chooseSnippets(answerable, mostSnippets, numbers);
  return { outcome, confidence, snippets, related: findRelated(answerable, question, snippets) };
}

/** The first hit, and others only where each would be an answer by itself. */
function answered(hits: readonly Hit[], query: Query, confidence: number, index: SearchIndex): Answer {
  const sure = hits.filter((_, i) => {
    if (i === 0) return true;
    const rest = hits.slice(i);
    return outcomeOf(estimateConfidence(rest, query, index), rest, query, index) === 'answered';
  });
  const snippets = chooseSnippets(sure, mostSnippets, numbersFor(index.fitted, query));
  return { outcome: 'answered', confidence, snippets, related: findRelated(hits, query.text, snippets) };
}

/** The question is the very name of an entry or a heading: what stands under it is the answer. */
function answerNamed(hits: readonly Hit[], question: string, numbers: Numbers): Answer {
  const answerable = hits.filter(({ passage }) => passage.text !== '');
  const [open] = hits;
  if (answerable.length === 0 && open !== undefined) return openQuestion(open.passage, 0, []);
  const snippets = chooseSnippets(answerable, mostSnippets, numbers);
  return { outcome: 'answered', confidence: 1, snippets, related: findRelated(hits, question, snippets) };
}

/** One FAQ entry, opened by its name: the whole answer, or the question alone when the knowledge leaves it open. */
export function answerEntry(passage: Passage): Answer {
  if (passage.text === '') return openQuestion(passage, 1, []);
  return { outcome: 'answered', confidence: 1, snippets: [wholeSnippet(passage)], related: [] };
}

function openQuestion(passage: Passage, confidence: number, related: readonly string[]): Answer {
  const text = passage.question ?? '';
  const raised: Snippet = {
    ...wholeSnippet(passage),
    text,
    answer: { start: 0, end: text.length },
    citation: { ...cite(passage, { start: 0, end: 1 }), lines: passage.headLines },
  };
  return { outcome: 'unanswered', confidence, related, raised };
}
