import type { Answer, Snippet } from '../answer/answer.ts';
import type { Explanation, Reason } from '../answer/explanation.ts';
import type { Thresholds } from '../search/fitted.ts';
import type { LineRange } from '../text/source-text.ts';

/** What `npm run ask -- --json` prints for a question, on one line. This shape is a promise to other programs. */
export interface AnswerJson {
  readonly question: string;
  readonly outcome: Answer['outcome'];
  readonly confidence: number;
  /** An unanswered question has one only when the knowledge asks it itself: that question, as it stands there. */
  readonly snippets: readonly {
    readonly text: string;
    readonly answer: { readonly start: number; readonly end: number };
    readonly entry: string | null;
    readonly citation: {
      readonly title: string;
      readonly headingTrail: readonly string[];
      readonly path: string;
      readonly lines: LineRange;
      readonly url: string | null;
    };
  }[];
  readonly related: readonly string[];
  readonly tookMs: number;
}

/**
 * An answer as it is printed.
 * @param tookMs How long the answer took.
 */
export function toJson(question: string, answer: Answer, tookMs: number): AnswerJson {
  return {
    question,
    outcome: answer.outcome,
    confidence: round(answer.confidence, 4),
    snippets: snippetsOf(answer).map(({ text, answer: { start, end }, entry, citation }) => ({
      text,
      answer: { start, end },
      entry,
      citation: {
        title: citation.title,
        headingTrail: citation.headingTrail,
        path: citation.path,
        lines: citation.lines,
        url: citation.url,
      },
    })),
    related: answer.related,
    tookMs: round(tookMs, 2),
  };
}

/** What `--explain` adds under the key `reasons`. */
export interface ReasonsJson {
  readonly by: Explanation['by'];
  /** Id of the passage that this is about. */
  readonly passage: string | null;
  readonly thresholds: Thresholds | null;
  readonly respelled: readonly string[];
  /** The weightiest first; `weight` is in log-odds. */
  readonly list: readonly Reason[];
}

/** The explanation as it is printed. */
export function reasonsToJson({ by, snippet, thresholds, respelled, reasons }: Explanation): ReasonsJson {
  return {
    by,
    passage: snippet?.passageId ?? null,
    thresholds,
    respelled,
    list: reasons.map((reason) => {
      const weight = round(reason.weight, 4);
      return 'share' in reason ? { ...reason, share: round(reason.share, 4), weight } : { ...reason, weight };
    }),
  };
}

function snippetsOf(answer: Answer): readonly Snippet[] {
  if (answer.outcome !== 'unanswered') return answer.snippets;
  return answer.raised === null ? [] : [answer.raised];
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
