import type { Explanation, Finding, Reason } from '../answer/explanation.ts';

import { say, sayInSpans } from './catalog/say.ts';
import type { ReplyLocale } from './locale.ts';
import { plain, type Span } from './reply.ts';
import { showCitation } from './show-citation.ts';

type Line = readonly Span[];

/** An explanation in words. */
export interface SaidExplanation {
  /** What decided, in a sentence or two. */
  readonly decision: Line;
  /** The reasons, a line each: `+` before what speaks for the passage, `−` before what speaks against it. */
  readonly reasons: readonly Line[];
  /** Where the passage stands that all this is about. */
  readonly place: Line | null;
}

const wordTexts = {
  inSentence: 'whyInSentence',
  elsewhere: 'whyElsewhere',
  missing: 'whyMissing',
  missingNames: 'whyMissingNames',
  unknown: 'whyUnknown',
} as const;

const shareTexts = {
  standsOut: { for: 'whyStandsOut', against: 'whyRivals' },
  meaning: { for: 'whyMeaning', against: 'whyOtherMeaning' },
  entryQuestion: { for: 'whyEntryQuestion', against: 'whyOtherQuestion' },
} as const;

const signs = { for: '+ ', against: '− ' } as const;

/** Puts an explanation into words. */
export function sayExplanation(explanation: Explanation, locale: ReplyLocale, now: Date): SaidExplanation {
  const { respelled, reasons, snippet } = explanation;
  const words = respelled.join(', ');
  return {
    decision: sayDecision(explanation, locale),
    reasons: [
      ...(words === '' ? [] : [[plain('· '), ...sayInSpans(locale, 'whyRespelled', { words })]]),
      ...reasons.map((reason) => [plain(signs[reason.effect]), ...sayReason(reason, locale)]),
    ],
    place:
      snippet === null
        ? null
        : [plain(`${say(locale, 'whyPassage', {})} `), ...showCitation(snippet.citation, locale, now)],
  };
}

function sayDecision({ by, outcome, confidence, thresholds }: Explanation, locale: ReplyLocale): Line {
  switch (by) {
    case 'name':
      return sayInSpans(locale, 'whyNamed', {});
    case 'courtesy':
      return sayInSpans(locale, 'whyCourtesy', {});
    case 'openQuestion':
      return sayInSpans(locale, 'whyOpen', {});
    case 'confidence': {
      if (thresholds === null) return sayInSpans(locale, 'whyNothing', {});
      const key = {
        answered: 'whyAnswered',
        suggested: 'whySuggested',
        unanswered: 'whyUnanswered',
      } as const;
      return sayInSpans(locale, key[outcome], { confidence, ...thresholds });
    }
  }
}

function sayReason(reason: Reason, locale: ReplyLocale): Line {
  if ('words' in reason) return sayWords(reason, locale);
  if ('share' in reason) {
    const { kind, effect, share } = reason;
    return sayInSpans(locale, shareTexts[kind][effect], { share });
  }
  switch (reason.kind) {
    case 'asked': {
      const what = say(locale, `asked-${reason.asked}` as const, {});
      return sayInSpans(locale, reason.effect === 'for' ? 'whyAsked' : 'whyNotAsked', { what });
    }
    case 'unaddressed':
      return sayInSpans(locale, 'whyUnaddressed', {});
    case 'onlyGrammar':
      return sayInSpans(locale, 'whyOnlyGrammar', {});
    case 'fewWords':
      return sayInSpans(locale, 'whyFewWords', { count: reason.count });
  }
}

function sayWords(finding: Extract<Finding, { readonly words: unknown }>, locale: ReplyLocale): Line {
  if (finding.kind === 'close') {
    const pairs = finding.words.map(({ word, closest }) => `${word} (${closest})`);
    return sayInSpans(locale, 'whyClose', { words: pairs.join(', ') });
  }
  return sayInSpans(locale, wordTexts[finding.kind], { words: finding.words.join(', ') });
}
