import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Input } from './inputs.ts';
import { type ChunkResult, makeReviewer, type Setup } from './review-chunk.ts';

/** Chunks have a fixed size, so that what is joined does not depend on how many threads there are. */
const chunkSize = 16;
/** A thread costs about a quarter of a second to start; with fewer files than this it does not pay. */
const fewFiles = 48;

export interface Reviewing {
  readonly setup: Setup;
  readonly worker: URL;
  /** Asked for outright, for tests and for machines that are shared; otherwise one thread a core. */
  readonly threads?: number | undefined;
}

/** Reviews inputs and yields the results of each chunk in order. */
export async function* reviewInputs(
  inputs: readonly Input[],
  { setup, worker, threads }: Reviewing,
): AsyncGenerator<ChunkResult> {
  const chunks: (readonly Input[])[] = [];
  for (let at = 0; at < inputs.length; at += chunkSize) chunks.push(inputs.slice(at, at + chunkSize));
  const wanted = threads ?? (inputs.length < fewFiles ? 0 : availableParallelism());
  const count = Math.min(wanted, chunks.length);
  if (count <= 1) {
    const review = makeReviewer(setup);
    for (const chunk of chunks) yield review(chunk);
    return;
  }
  yield* inThreads(chunks, { setup, worker, count });
}

interface Threads {
  readonly setup: Setup;
  readonly worker: URL;
  readonly count: number;
}

/** How many chunks may be finished or under way beyond the one that is to be printed next: a bound on memory. */
const lookAhead = 8;

async function* inThreads(
  chunks: readonly (readonly Input[])[],
  { setup, worker, count }: Threads,
): AsyncGenerator<ChunkResult> {
  const done = new Map<number, ChunkResult>();
  const idle: Worker[] = [];
  let next = 0;
  let printed = 0;
  let failure: unknown;
  let wake = (): void => {};
  const hand = (): void => {
    while (next < chunks.length && next < printed + count * lookAhead) {
      const free = idle.pop();
      if (!free) return;
      free.postMessage({ index: next, inputs: chunks[next] });
      next++;
    }
  };
  const workers = Array.from({ length: count }, () => {
    const thread = new Worker(worker, { workerData: { rubricate: setup } });
    thread.on('message', ({ index, result }: { readonly index: number; readonly result: ChunkResult }) => {
      done.set(index, result);
      idle.push(thread);
      hand();
      wake();
    });
    thread.on('error', (error) => {
      failure = error;
      wake();
    });
    return thread;
  });
  // Each has the next chunk at hand while it works on one, and waits for nobody in between.
  idle.push(...workers, ...workers);
  try {
    hand();
    while (printed < chunks.length) {
      const result = done.get(printed);
      if (result) {
        done.delete(printed);
        printed++;
        hand();
        yield result;
      } else {
        if (failure !== undefined) throw failure;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  } finally {
    await Promise.all(workers.map((thread) => thread.terminate()));
  }
}
