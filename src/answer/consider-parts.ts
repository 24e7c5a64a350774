import type { Hit } from '../search/hit.ts';
import type { Query } from '../search/query.ts';
import type { SearchIndex } from '../search/search-index.ts';
import { asksQuestion, refersBack, splitQuestion } from '../text/question-parts.ts';

import { considerWhole } from './consider-whole.ts';

/** One part of a question, asked by itself. */
export interface Part {
  readonly query: Query;
  /** How likely the first of its hits answers it, from 0 to 1. */
  readonly confidence: number;
  /** The passages that answer it, best first, all with a text; null when none does. */
  readonly hits: readonly Hit[] | null;
  /** Whether it can be understood, and so be found unanswered, without the other parts. */
  readonly asksByItself: boolean;
}

/** A part with the passages that answer it. */
export interface AnsweredPart {
  readonly query: Query;
  readonly hits: readonly Hit[];
}

/** Who asks more at once gets the best for all of it together. */
const mostParts = 3;

/** So many words that carry meaning say what a part is about, as does a single name. */
const leastContent = 2;

/** The parts of a question that asks several things, in order; none for any other question. */
export function considerParts(query: Query, index: SearchIndex): readonly Part[] {
  const texts = splitQuestion(query.text, query.language);
  if (texts.length < 2 || texts.length > mostParts) return [];
  const queries = texts.map((text) => index.parse(text));
  if (queries.some((part) => contentOf(part).length === 0)) return [];
  return queries.map((part, i) => {
    const refers = i > 0 && refersBack(part.text, query.language);
    const content = contentOf(part);
    const isClear = content.length >= leastContent || content.some(({ isNamed }) => isNamed);
    const asked = refers ? nameSubject(part, queries.slice(0, 1), index) : part;
    const { confidence, hits } = askPart(asked, index);
    const asksByItself = asksQuestion(part.text, query.language) && (hits !== null || (isClear && !refers));
    return { query: asked, confidence, hits, asksByItself };
  });
}

function contentOf({ contentTerms }: Query): Query['contentTerms'] {
  return contentTerms.filter(({ isStopWord }) => !isStopWord);
}

/** The part together with what is named before: "how old is it" is asked of something. */
function nameSubject(part: Query, before: readonly Query[], index: SearchIndex): Query {
  const content = before.flatMap(contentOf);
  const names = content.filter(({ isNamed }) => isNamed);
  const subject = (names.length > 0 ? names : content).map(({ word }) => word);
  return index.parse([...subject, part.text].join(' '));
}

function askPart(query: Query, index: SearchIndex): Pick<Part, 'confidence' | 'hits'> {
  const considered = considerWhole(query, index);
  switch (considered.by) {
    case 'name':
      return { confidence: 1, hits: considered.hits.filter(({ passage }) => passage.text !== '') };
    case 'courtesy':
      return { confidence: 0, hits: null };
    case 'openQuestion':
      return { confidence: considered.confidence, hits: null };
    case 'confidence': {
      const { outcome, confidence, hits } = considered;
      return { confidence, hits: outcome === 'answered' ? hits : null };
    }
  }
}
