import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { Input } from './inputs.ts';
import type { Setup } from './review-chunk.ts';

interface Chunk {
  readonly index: number;
  readonly inputs: readonly Input[];
}

/** Whether this thread was started to review; then it answers each chunk it is sent. */
export function serveAsWorker(): boolean {
  const setup = (workerData as { readonly rubricate?: Setup } | null)?.rubricate;
  if (isMainThread || !parentPort || !setup) return false;
  const port = parentPort;
  // The engine is loaded where it is needed; what is sent meanwhile waits for it.
  const reviewer = import('./review-chunk.ts').then(({ makeReviewer }) => makeReviewer(setup));
  port.on('message', async ({ index, inputs }: Chunk) => {
    const review = await reviewer;
    port.postMessage({ index, result: review(inputs) });
  });
  return true;
}
