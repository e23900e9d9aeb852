import { type Command, InvalidArgumentError, type Option } from 'commander';
import type { Printing } from '../print.ts';
import type { VectorFlags } from './vectors.ts';

interface Colored {
  readonly color?: boolean;
}

/** Runs what a command does, and keeps its exit code. */
type Perform = (flags: Colored, action: (printing: Printing) => Promise<number>) => Promise<void>;
/** Makes an option that takes one of some names. */
type Choice = (flags: string, description: string, names: readonly string[]) => Option;

/** `rubricate vectors`: what each index finds, what a search costs and what it takes in memory. Loaded when asked for. */
export function addVectorsCommand(program: Command, perform: Perform, choice: Choice): void {
  program
    .command('vectors')
    .description('compare vector indexes on made-up data: recall, distances computed, memory')
    .addOption(choice('-i, --index <kind>', 'which index', ['exact', 'hnsw', 'ivf', 'pq', 'ivf-pq', 'all']))
    .option('--n <n>', 'how many vectors', whole)
    .option('--d <n>', 'dimensions of a vector', whole)
    .addOption(choice('--metric <metric>', 'what near means', ['cosine', 'dot', 'euclidean']))
    .option('--k <n>', 'results of a search', whole)
    .option('--queries <n>', 'how many searches', whole)
    .option('--seed <n>', 'another seed makes other data', whole)
    .option('--M <n>', 'hnsw: links of a vector', whole)
    .option('--ef-construction <n>', 'hnsw: candidates while building', whole)
    .option('--ef-search <n>', 'hnsw: candidates while searching', whole)
    .option('--nlist <n>', 'ivf, ivf-pq: lists', whole)
    .option('--nprobe <n>', 'ivf, ivf-pq: lists that a search reads', whole)
    .option('--m <n>', 'pq, ivf-pq: parts of a vector', whole)
    .option('--nbits <n>', 'pq, ivf-pq: bits of a part', whole)
    .option('--sweep <name=values>', 'try several values: efSearch=10,20,40')
    .option('--filter <shares>', 'let a share of the vectors through, three ways: 0.1, or 0.5,0.1,0.01', shares)
    .option('--hybrid', 'search by vectors, by words, and by both')
    .addOption(choice('-f, --format <format>', 'how to print it', ['text', 'json']).default('text'))
    .option('--color', 'colour even when not printing to a terminal')
    .option('--no-color', 'no colour')
    .addHelpText('after', help)
    .action((flags: VectorFlags & Colored) =>
      perform(flags, async (printing) => (await import('./vectors.ts')).printVectors(flags, printing)),
    );
}

function whole(value: string): number {
  if (/^\d{1,10}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('It is a whole number.');
}

function shares(value: string): readonly number[] {
  const all = value.split(',').map((one) => (/^\d*\.?\d+$/.test(one.trim()) ? Number(one) : Number.NaN));
  if (all.every((one) => one > 0 && one <= 1)) return all;
  throw new InvalidArgumentError('It is a share above 0 and at most 1, or several with commas: 0.5,0.1,0.01.');
}

const help = `
The same seed gives the same bytes on every system. Nothing is timed: a distance
costs the same everywhere, a millisecond does not.

Exit codes:
  0  printed
  2  the settings make no index; the message says which and why
`;
