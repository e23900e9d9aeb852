// pnpm bench: from a keystroke to the finished review, and a whole text read by Rubricate and by others, 1 KB to 1 MB. Every
// measurement has a process of its own, so that none warms another up or counts another's memory.
//   pnpm bench                 all of it, as the tables of docs/performance.md
//   pnpm bench -- --cpu        processor time instead of the clock's, for a machine that does other things meanwhile
import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { benchTarget, typeInto } from './bench/edits.ts';
import { textOf } from './bench/texts.ts';
import { type ToolName, tools } from './bench/tools.ts';
import { median, quantile } from './statistics.ts';

const sizes = [1_000, 10_000, 100_000, 1_000_000] as const;
const isCpu = process.argv.includes('--cpu');

const clock = (): number => {
  if (!isCpu) return performance.now();
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

interface Edits {
  readonly p50: number;
  readonly p95: number;
}

function measureEdits(size: number): Edits {
  const target = benchTarget();
  typeInto(textOf(10_000), { target, places: 30, clock });
  const costs = typeInto(textOf(size), { target, places: 60, clock });
  return { p50: median(costs), p95: quantile(costs, 0.95) };
}

interface Pass {
  /** Milliseconds for the whole text, the median of several passes. */
  readonly time: number;
  /** What the process held at most, in MB. */
  readonly memory: number;
}

/** Enough passes for a median, within a bound for what takes seconds a pass. */
const passes = { most: 15, milliseconds: 8_000 } as const;

async function measureTool(name: ToolName, size: number): Promise<Pass> {
  const read = await tools[name].start();
  const text = textOf(size);
  await read(textOf(10_000));
  // Of a long text the first parts warm up the rest.
  if (size <= 100_000) await read(text);
  const times: number[] = [];
  const begin = performance.now();
  while (times.length === 0 || (times.length < passes.most && performance.now() - begin < passes.milliseconds)) {
    const start = clock();
    await read(text);
    times.push(clock() - start);
  }
  return { time: median(times), memory: process.resourceUsage().maxRSS / 1000 };
}

/** Runs one measurement in a process of its own. */
function apart<Result>(...what: readonly string[]): Result {
  const flags = isCpu ? ['--cpu'] : [];
  const output = execFileSync(process.execPath, [import.meta.filename, ...what, ...flags], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(output.trim().split('\n').at(-1) as string) as Result;
}

const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
const kb = (size: number): string => `${(size / 1000).toLocaleString('en')} KB`;
const row = (...cells: readonly string[]): void => console.log(`| ${cells.join(' | ')} |`);

function printTables(): void {
  const { model } = cpus()[0] ?? { model: 'unknown' };
  console.log(`${isCpu ? 'Processor time' : 'Time'} on ${cpus().length} × ${model}, Node ${process.version}.\n`);
  row('text', 'edit to review, p50', 'p95');
  row('---', '---', '---');
  const edits = sizes.map((size) => apart<Edits>('edits', String(size)));
  for (const [index, { p50, p95 }] of edits.entries()) row(kb(sizes[index] as number), ms(p50), ms(p95));
  console.log('');
  row('a whole text', ...sizes.map(kb), 'throughput at 100 KB', 'memory at 1 MB');
  row('---', ...sizes.map(() => '---'), '---', '---');
  const costs = new Map<string, number>();
  for (const name of Object.keys(tools) as ToolName[]) {
    const found = sizes.map((size) => apart<Pass>('tool', name, String(size)));
    const middle = found[2]?.time ?? Number.NaN;
    costs.set(name, middle);
    const throughput = `${(100 / middle).toFixed(2)} MB/s`;
    row(tools[name].title, ...found.map(({ time }) => ms(time)), throughput, `${found[3]?.memory.toFixed(0)} MB`);
  }
  const share = (costs.get('rubricate') ?? Number.NaN) / (costs.get('parsing') ?? Number.NaN);
  const growth = (edits[3]?.p50 ?? Number.NaN) / (edits[1]?.p50 ?? Number.NaN);
  console.log(`\nA full review of 100 KB costs ${share.toFixed(1)} times its parsing alone.`);
  console.log(`An edit at 1 MB costs ${growth.toFixed(1)} times one at 10 KB.`);
}

const [what, ...named] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
if (what === 'edits') console.log(JSON.stringify(measureEdits(Number(named[0]))));
else if (what === 'tool') {
  console.log(JSON.stringify(await measureTool(named[0] as ToolName, Number(named[1]))));
  // A tool may keep a worker waiting for the next text.
  process.exit(0);
} else printTables();
