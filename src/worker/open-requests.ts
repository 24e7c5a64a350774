import { EventEmitter, once } from 'node:events';

import { LibraryBusy } from '../library/library-busy.ts';

import type { PlainError, Reply } from './protocol.ts';

/** What was asked of a thread and is not answered yet. */
export interface OpenRequests {
  /**
   * Sends a request under a number of its own, and resolves with what comes back for it.
   * @throws LibraryBusy when the thread ends before.
   */
  ask<R>(send: (id: number) => void): Promise<R>;
  settle(reply: Reply<unknown>): void;
  /** No reply will come any more. */
  cutOff(): void;
  /** Resolves when nothing is open. */
  untilIdle(): Promise<void>;
}

/** Nothing has been asked yet. */
export function createOpenRequests(): OpenRequests {
  const replies = new EventEmitter().setMaxListeners(0);
  const open = new Set<number>();
  let last = 0;
  let isCutOff = false;

  function close(id: number, reply: Reply<unknown> | null): void {
    open.delete(id);
    replies.emit(String(id), reply);
    if (open.size === 0) replies.emit('idle');
  }

  return {
    ask: <R>(send: (id: number) => void) =>
      new Promise<R>((resolve, reject) => {
        if (isCutOff) throw ended();
        last += 1;
        const id = last;
        // What does not fit through the channel is thrown here, and is no open request.
        send(id);
        open.add(id);
        replies.once(String(id), (reply: Reply<R> | null) => {
          if (reply === null) reject(ended());
          else if (reply.kind === 'result') resolve(reply.result);
          else reject(toError(reply.error));
        });
      }),
    settle(reply) {
      close(reply.id, reply);
    },
    cutOff() {
      isCutOff = true;
      for (const id of open) close(id, null);
    },
    async untilIdle() {
      if (open.size > 0) await once(replies, 'idle');
    },
  };
}

function ended(): LibraryBusy {
  return new LibraryBusy('The thread that holds the library has ended.');
}

/** The error as it was in the other thread, as far as errors can be copied. */
export function toError({ name, message, stack }: PlainError): Error {
  return Object.assign(new Error(message), { name, stack });
}
