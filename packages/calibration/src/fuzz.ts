import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { type Examined, makeExaminer } from './fuzz/examine.ts';
import { shippedLibrary } from './judge.ts';

// pnpm fuzz [--count 1000000] [--seed 1] [--only NUMBER] — generated documents and packs through parse, review, edit and
// hints: nothing throws, nothing hangs, an edited text is judged like the same text read anew, memory does not grow.
interface Task {
  readonly seed: number;
  readonly from: number;
  readonly step: number;
  readonly count: number;
  /** The number of the case in hand, for whoever finds that it never ends. */
  readonly current: Int32Array;
}

interface Outcome {
  readonly counts: Readonly<Record<Examined['kind'], number>>;
  readonly characters: number;
  readonly slowest: { readonly number: number; readonly ms: number };
  readonly failures: readonly { readonly number: number; readonly message: string }[];
  /** Megabytes in use after a collection: once warm, and at the end. */
  readonly heap: { readonly warm: number; readonly end: number };
}

/**
 * A case that takes so long is taken to hang. The longest of them hold some 100 KB. Processor time: beside other work a run
 * may stand still for minutes.
 */
const hangMs = 20_000;
const watchEveryMs = 5_000;
const reportEveryMs = 60_000;
/** What may be kept more at the end than when a tenth was done, in megabytes. */
const growth = 64;
const mostFailures = 20;

function examineAll({ seed, from, step, count, current }: Task): Outcome {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const heapNow = (): number => {
    collect();
    return process.memoryUsage().heapUsed / 1e6;
  };
  const examiner = makeExaminer(shippedLibrary(), seed);
  const counts = { document: 0, 'edited document': 0, 'sound pack': 0, 'refused pack': 0 };
  const failures: { number: number; message: string }[] = [];
  let characters = 0;
  let slowest = { number: 0, ms: 0 };
  let warm = Number.NaN;
  let end = Number.NaN;
  for (let number = from; number < count; number += step) {
    if (Number.isNaN(warm) && number >= count / 10) warm = heapNow();
    // Before the last case, while all that was kept is still in use.
    if (number + step >= count) end = heapNow();
    current[from] = number;
    const start = performance.now();
    try {
      const examined = examiner.examine(number);
      counts[examined.kind]++;
      characters += examined.characters;
    } catch (error) {
      failures.push({ number, message: String((error as Error).stack ?? error) });
      if (failures.length >= mostFailures) break;
    }
    const ms = performance.now() - start;
    if (ms > slowest.ms) slowest = { number, ms };
  }
  return { counts, characters, slowest, failures, heap: { warm, end } };
}

/** Milliseconds that all threads have spent. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Runs the task in a thread of its own and ends the whole run when a case never ends. */
function inThread(task: Task): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: task });
    let last = { number: -1, spent: 0 };
    const watch = setInterval(() => {
      const now = { number: task.current[task.from] as number, spent: processorTime() };
      if (now.number !== last.number) last = now;
      // All threads spend, each its part.
      if (now.spent - last.spent < hangMs * task.step) return;
      void worker.terminate();
      reject(new Error(`Case ${now.number} does not end: run with --seed ${task.seed} --only ${now.number}.`));
    }, watchEveryMs);
    worker.once('message', (outcome: Outcome) => resolve(outcome));
    worker.once('error', reject);
    worker.once('exit', () => clearInterval(watch));
  });
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '1000000' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string' },
    },
  });
  const [count, seed] = [Number(values.count), Number(values.seed)];
  if (values.only !== undefined) {
    console.log(makeExaminer(shippedLibrary(), seed).examine(Number(values.only)));
    return;
  }
  const threads = Math.min(availableParallelism(), 8);
  const current = new Int32Array(new SharedArrayBuffer(4 * threads));
  const start = performance.now();
  const report = setInterval(() => console.error(`${Math.min(...current)} of ${count}`), reportEveryMs);
  const outcomes = await Promise.all(
    Array.from({ length: threads }, (_, from) => inThread({ seed, from, step: threads, count, current })),
  ).finally(() => clearInterval(report));
  const seconds = (performance.now() - start) / 1000;
  const total = (kind: Examined['kind']): number => outcomes.reduce((sum, { counts }) => sum + counts[kind], 0);
  const characters = outcomes.reduce((sum, outcome) => sum + outcome.characters, 0);
  const slowest = outcomes.map((outcome) => outcome.slowest).reduce((a, b) => (a.ms >= b.ms ? a : b));
  const failures = outcomes.flatMap((outcome) => outcome.failures);
  const [documents, edited, sound, refused] = [
    total('document'),
    total('edited document'),
    total('sound pack'),
    total('refused pack'),
  ];
  console.log(`seed ${seed}, ${threads} threads, ${seconds.toFixed(0)} s`);
  console.log(`${documents + edited} documents, ${edited} of them edited and compared with the same text read anew`);
  console.log(`${sound + refused} packs, ${sound} of them used, ${refused} refused with a reason and its place`);
  console.log(
    `${(characters / 1e6).toFixed(0)} million characters; slowest case ${slowest.number}: ${slowest.ms.toFixed(0)} ms`,
  );
  for (const { heap } of outcomes)
    console.log(
      `memory in use, a thread: ${heap.warm.toFixed(0)} MB after a tenth, ${heap.end.toFixed(0)} MB at the end`,
    );
  console.log(failures.length === 0 ? 'no failure' : `${failures.length} failures`);
  for (const { number, message } of failures) console.log(`case ${number}: ${message}`);
  const grew = outcomes.some(({ heap }) => heap.end > heap.warm + growth);
  if (grew) console.log(`Memory grew by more than ${growth} MB.`);
  process.exitCode = failures.length > 0 || grew ? 1 : 0;
}

if (isMainThread) await main();
else parentPort?.postMessage(examineAll(workerData as Task));
