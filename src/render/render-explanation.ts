import type { Explanation } from '../answer/explanation.ts';

import { fit } from './fit.ts';
import type { ReplyLocale } from './locale.ts';
import { plain, text, type Reply, type Span } from './reply.ts';
import { sayExplanation } from './say-explanation.ts';

/** Why a question was answered as it was: what decided, the reasons, and the passage that they are about. */
export function renderExplanation(explanation: Explanation, locale: ReplyLocale, now: Date): Reply {
  const { decision, reasons, place } = sayExplanation(explanation, locale, now);
  const lines = reasons.flatMap((line, index): readonly Span[] =>
    index === 0 ? line : [plain('\n'), ...line],
  );
  return fit({
    tone: 'notice',
    parts: [
      text('plain', decision),
      ...(lines.length === 0 ? [] : [text('plain', lines)]),
      ...(place === null ? [] : [text('small', place)]),
    ],
  });
}
