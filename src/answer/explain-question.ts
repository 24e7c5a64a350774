import { numbersFor } from '../search/fitted.ts';
import type { Hit } from '../search/hit.ts';
import type { Query } from '../search/query.ts';
import type { SearchIndex } from '../search/search-index.ts';
import { splitWords } from '../text/words.ts';

import type { Snippet } from './answer.ts';
import { quoteOpenQuestion } from './answer-question.ts';
import { chooseSnippets } from './choose-snippets.ts';
import { thresholdsFor } from './confidence.ts';
import { considerQuestion } from './consider-question.ts';
import { considerWhole, type WholeConsideration } from './consider-whole.ts';
import { explainConfidence } from './explain-confidence.ts';
import type { Explanation } from './explanation.ts';

/** Why a question is answered, or not, as `answerQuestion` does it with the same index. */
export function explainQuestion(question: string, index: SearchIndex): Explanation {
  const query = index.parse(question);
  const considered = considerQuestion(query, index);
  if (considered.by !== 'parts') return explainWhole(considered, query, index);
  const { weakest, outcome } = considered;
  // The part that is least sure decides about all of them.
  return { ...explainWhole(considerWhole(weakest, index), weakest, index), outcome };
}

function explainWhole(considered: WholeConsideration, query: Query, index: SearchIndex): Explanation {
  const unweighed = { thresholds: null, respelled: findRespelled(query), reasons: [] } as const;
  switch (considered.by) {
    case 'name': {
      const answerable = considered.hits.filter(({ passage }) => passage.text !== '');
      const snippet = quoteBest(answerable, query, index);
      return { outcome: 'answered', confidence: 1, by: 'name', snippet, ...unweighed };
    }
    case 'courtesy':
      return { outcome: 'unanswered', confidence: 0, by: 'courtesy', snippet: null, ...unweighed };
    case 'openQuestion': {
      const { confidence, passage } = considered;
      const snippet = quoteOpenQuestion(passage);
      return { outcome: 'unanswered', confidence, by: 'openQuestion', snippet, ...unweighed };
    }
    case 'confidence':
      return explainWeighed(considered, query, index);
  }
}

function explainWeighed(
  { outcome, confidence, hits }: Extract<WholeConsideration, { readonly by: 'confidence' }>,
  query: Query,
  index: SearchIndex,
): Explanation {
  const [first] = hits;
  return {
    outcome,
    confidence,
    by: 'confidence',
    snippet: quoteBest(hits, query, index),
    thresholds: first === undefined ? null : thresholdsFor(first.passage, query, index),
    respelled: findRespelled(query),
    reasons: explainConfidence(hits, query, index),
  };
}

function quoteBest(hits: readonly Hit[], query: Query, index: SearchIndex): Snippet | null {
  return chooseSnippets(hits, 1, numbersFor(index.fitted, query))[0] ?? null;
}

/** Words of the query that the question does not have as they are. */
function findRespelled({ text, language, terms }: Query): readonly string[] {
  const typed = new Set(splitWords(text.normalize('NFC'), language).map((word) => word.text));
  return [...new Set(terms.map(({ word }) => word))].filter((word) => !typed.has(word));
}
