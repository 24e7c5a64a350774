import type { WebSocket } from 'ws';
import type { LocalDiscord } from '../contract.ts';
import { fromPage } from '../page-protocol.ts';
import type { FromPage, FromServer } from '../page-protocol.ts';
import { performAct } from './perform-act.ts';
import { viewEvent } from './view-event.ts';
import { viewWorld } from './view-world.ts';

/** Close code for a frame that is not in the page's protocol. */
const policyViolation = 1008;

interface PageSessionOptions {
  readonly discord: LocalDiscord;
  readonly socket: WebSocket;
  /** Who the person is until the page says otherwise. */
  readonly viewerId: string;
  /** Called with what went wrong on this side; the page only learns that something did. */
  readonly onFault: (error: unknown) => void;
}

/** Serves one open page: tells it all that its person can see, then each change, and does what the person does. */
export function servePage({ discord, socket, viewerId, onFault }: PageSessionOptions): void {
  let currentId = viewerId;
  const send = (message: FromServer): void => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
  };
  const answer = async (frame: Exclude<FromPage, { kind: 'enter' }>): Promise<void> => {
    const result = await performAct(discord, currentId, frame);
    send({ kind: 'outcome', requestId: frame.requestId, ...result });
  };
  socket.on(
    'close',
    discord.subscribe((event) => {
      for (const message of viewEvent(discord, currentId, event)) send(message);
    }),
  );
  socket.on('error', onFault);
  socket.on('message', (data: Buffer) => {
    const frame = parseFrame(data.toString());
    if (frame === null) {
      socket.close(policyViolation, 'not in the protocol of the page');
    } else if (frame.kind === 'enter') {
      currentId = isPerson(discord, frame.viewerId) ? frame.viewerId : currentId;
      send(viewWorld(discord, currentId));
    } else {
      answer(frame).catch(onFault);
    }
  });
}

function isPerson({ world }: LocalDiscord, userId: string | null): userId is string {
  return world.users().some(({ id, bot }) => id === userId && bot !== true);
}

function parseFrame(text: string): FromPage | null {
  try {
    return fromPage.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
