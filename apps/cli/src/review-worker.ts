import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { Input } from './inputs.ts';
import { makeReviewer, type Setup } from './review-chunk.ts';

/** Whether this thread was started to review; then it answers each chunk it is sent. */
export function serveAsWorker(): boolean {
  const setup = (workerData as { readonly rubricate?: Setup } | null)?.rubricate;
  if (isMainThread || !parentPort || !setup) return false;
  const port = parentPort;
  const review = makeReviewer(setup);
  port.on('message', ({ index, inputs }: { readonly index: number; readonly inputs: readonly Input[] }) => {
    port.postMessage({ index, result: review(inputs) });
  });
  return true;
}
