import { say } from './catalog/say.ts';
import { fit } from './fit.ts';
import type { ReplyLocale } from './locale.ts';
import { buttonRow, type Reply } from './reply.ts';

/** A private reply with the button that posts its draft for everyone. */
export function renderPreview(reply: Reply, draftKey: string, locale: ReplyLocale): Reply {
  const post = {
    label: say(locale, 'postIt', {}),
    action: { name: 'post', argument: draftKey },
    look: 'main',
  } as const;
  return fit({ ...reply, parts: [...reply.parts, ...buttonRow([post])] });
}
