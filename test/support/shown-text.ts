import type { Reply } from '../../src/render/reply.ts';
import { toMarkdown } from '../../src/render/to-markdown.ts';

/** The Markdown of a reply's texts, a part after the other. */
export function shownText(reply: Reply): readonly string[] {
  return reply.parts.flatMap((part) => (part.kind === 'text' ? [toMarkdown(part)] : []));
}

/** The labels of a reply's buttons. */
export function shownButtons(reply: Reply): readonly string[] {
  return reply.parts.flatMap((part) =>
    part.kind === 'buttons' ? part.buttons.map(({ label }) => label) : [],
  );
}
