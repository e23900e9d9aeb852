import { type Command, InvalidArgumentError, type Option } from 'commander';
import type { Printing } from '../print.ts';
import type { DrillFlags } from './drill.ts';

interface Colored {
  readonly color?: boolean;
}

/** Runs what a command does, and keeps its exit code. */
type Perform = (flags: Colored, action: (printing: Printing) => Promise<number>) => Promise<void>;
/** Makes an option that takes one of some names. */
type Choice = (flags: string, description: string, names: readonly string[]) => Option;

/** `rubricate drill`: a failure at something the answer names, until the text answers it. Loaded when asked for. */
export function addDrillCommand(program: Command, perform: Perform, choice: Choice): void {
  program
    .command('drill')
    .description('let something fail that the answer names, and check whether the text answers it')
    .argument('<file>', 'the answer; - reads standard input')
    .option('--check', 'say which of the four parts the text gives; exit with 1 while a failure is open')
    .option('--list', 'list the failures that fit, and raise none')
    .option('--new', 'raise another one although one is open')
    .option('--give-up <id>', 'leave an open failure unanswered, such as foundations/cache-wiped')
    .option('--seed <n>', 'the same seed chooses the same failure', seed)
    .addOption(choice('-f, --format <format>', 'how to print it', ['text', 'json']).default('text'))
    .option('--color', 'colour even when not printing to a terminal')
    .option('--no-color', 'no colour')
    .addHelpText('after', help)
    .action((file: string, flags: DrillFlags & Colored) =>
      perform(flags, async (printing) => (await import('./drill.ts')).drillAnswer(file, flags, printing)),
    );
}

function seed(value: string): number {
  if (/^\d{1,10}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('It is a whole number.');
}

const help = `
A failure is kept open in the journal beside the nearest rubricate.yaml until
--check finds impact, detection, degradation and recovery in the text.

Exit codes:
  0  printed; with --check, no failure is open
  1  with --check, a failure is open
  2  the answer or the journal could not be read or written
`;
