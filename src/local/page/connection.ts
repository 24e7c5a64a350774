import { fromServer } from '../page-protocol.ts';
import type { FromPage, Outcome, Request, Speech } from '../page-protocol.ts';
import type { WorldMessage } from './model/apply-message.ts';

const reconnectMs = 1000;

/** The page's line to its server. */
export interface Connection {
  /** Shows the page as this person from now on. */
  enter(viewerId: string | null): void;
  say(speech: Speech): Promise<Outcome>;
  ask(request: Request): Promise<Outcome>;
}

interface ConnectionListener {
  readonly onOpen: () => void;
  readonly onMessage: (message: WorldMessage) => void;
  readonly onLost: () => void;
}

/** The WebSocket to the page server; opened anew a second after it was lost. */
export function connect(url: string, listener: ConnectionListener): Connection {
  const waiting = new Map<number, (outcome: Outcome) => void>();
  let socket = open();
  let lastRequestId = 0;

  function open(): WebSocket {
    const opened = new WebSocket(url);
    opened.addEventListener('open', listener.onOpen);
    opened.addEventListener('message', ({ data }) => {
      const message = fromServer.parse(JSON.parse(String(data)));
      if (message.kind !== 'outcome') {
        listener.onMessage(message);
        return;
      }
      waiting.get(message.requestId)?.(message);
      waiting.delete(message.requestId);
    });
    opened.addEventListener('close', () => {
      for (const [requestId, settle] of waiting) settle(lostOutcome(requestId));
      waiting.clear();
      listener.onLost();
      setTimeout(() => (socket = open()), reconnectMs);
    });
    return opened;
  }

  const send = (frame: FromPage): boolean => {
    if (socket.readyState !== WebSocket.OPEN) return false;
    socket.send(JSON.stringify(frame));
    return true;
  };
  const act = (toFrame: (requestId: number) => FromPage): Promise<Outcome> => {
    lastRequestId += 1;
    const requestId = lastRequestId;
    return new Promise((resolve) => {
      if (send(toFrame(requestId))) waiting.set(requestId, resolve);
      else resolve(lostOutcome(requestId));
    });
  };
  return {
    enter: (viewerId) => void send({ kind: 'enter', viewerId }),
    say: (speech) => act((requestId) => ({ kind: 'say', requestId, speech })),
    ask: (request) => act((requestId) => ({ kind: 'ask', requestId, request })),
  };
}

function lostOutcome(requestId: number): Outcome {
  return {
    kind: 'outcome',
    requestId,
    error: 'The connection to the local Discord is lost. Is it still running?',
    interactionId: null,
    channelId: null,
    choices: [],
    commands: [],
  };
}
