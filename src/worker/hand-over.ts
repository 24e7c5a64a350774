import { deserialize, serialize } from 'node:v8';
import type { MessagePort } from 'node:worker_threads';

import type { ParsedFile } from '../corpus/parse-corpus.ts';
import type { Predecessor } from '../library/refresh-snapshot.ts';
import type { ServerKnowledge } from '../library/server-snapshots.ts';
import type { Snapshot } from '../library/snapshot.ts';

import type { LastGood } from './protocol.ts';

/** What one worker leaves to the next: nothing of it passes through the main thread. */
export interface Legacy extends Predecessor {
  /** What servers add, by their ids, as it was read last: for as long as the store cannot be read. */
  readonly servers: ReadonlyMap<string, ServerKnowledge>;
}

type Batch =
  | { readonly kind: 'files'; readonly files: readonly ParsedFile[] }
  | { readonly kind: 'rest'; readonly rest: Omit<Legacy, 'files'> };

/** Characters of text in one batch: whoever asks meanwhile waits for some milliseconds at most. */
const batchLength = 200_000;

/** Gives a batch each time that the other side asks for one, so that questions are answered in between. */
export function handOver(port: MessagePort, { files, ...rest }: Legacy): void {
  const batches = cutBatches([...files.values()]);
  port.on('message', () => {
    const [next] = batches.splice(0, 1);
    const batch: Batch = next === undefined ? { kind: 'rest', rest } : { kind: 'files', files: next };
    port.postMessage(batch);
  });
}

/** Takes what `handOver` gives on the other end of the channel. Where that ends before, whoever started both ends this too. */
export function takeOver(port: MessagePort): Promise<Legacy> {
  return new Promise((resolve) => {
    const files = new Map<string, ParsedFile>();
    port.on('message', (batch: Batch) => {
      if (batch.kind === 'rest') {
        resolve({ ...batch.rest, files });
        port.close();
        return;
      }
      for (const parsed of batch.files) files.set(parsed.file.path, parsed);
      port.postMessage('more');
    });
    port.postMessage('more');
  });
}

/** What has to survive this thread: the files cannot be read again as they were. */
export function leaveLastGood({ files, stale }: Snapshot): LastGood {
  return serialize(stale.flatMap((path) => files.get(path) ?? []));
}

/** What `leaveLastGood` of an earlier thread left, by path. */
export function takeLastGood(left: LastGood | null): ReadonlyMap<string, ParsedFile> {
  if (left === null) return new Map();
  // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- written by leaveLastGood of the same program
  const files: readonly ParsedFile[] = deserialize(left);
  return new Map(files.map((parsed) => [parsed.file.path, parsed]));
}

function cutBatches(files: readonly ParsedFile[]): ParsedFile[][] {
  const batches: ParsedFile[][] = [];
  let room = 0;
  for (const parsed of files) {
    if (room <= 0) {
      batches.push([]);
      room = batchLength;
    }
    batches.at(-1)?.push(parsed);
    room -= parsed.file.text.length;
  }
  return batches;
}
