import { type Command, InvalidArgumentError, type Option } from 'commander';
import type { Printing } from '../print.ts';
import type { GradeFlags } from './incident-grade.ts';
import type { InjectFlags } from './incident-inject.ts';
import type { NewFlags } from './incident-new.ts';

interface Colored {
  readonly color?: boolean;
}

/** Runs what a command does, and keeps its exit code. */
type Perform = (flags: Colored, action: (printing: Printing) => Promise<number>) => Promise<void>;
/** Makes an option that takes one of some names. */
type Choice = (flags: string, description: string, names: readonly string[]) => Option;

const difficulties: readonly NewFlags['difficulty'][] = ['easy', 'medium', 'hard'];

/** `rubricate incident`: data with faults to be found, and what a diagnosis of them is worth. Loaded when asked for. */
export function addIncidentCommand(program: Command, perform: Perform, choice: Choice): void {
  const incident = program
    .command('incident')
    .description('practise data incidents: write data with faults in it, and grade a diagnosis against the truth');
  incident
    .command('new')
    .description('write an incident: events, logs, a dictionary, a brief and a diagnosis to fill in')
    .requiredOption('-o, --out <folder>', 'where to; the folder has to be new or empty')
    .option('--seed <n>', 'the same number writes the same bytes (default: drawn, and printed)', wholeNumber)
    .addOption(choice('--difficulty <difficulty>', 'how hard it is', difficulties).default('medium'))
    .option('--faults <kinds>', 'kinds of fault, with commas, in place of drawn ones')
    .addOption(
      choice('--variant <variant>', 'faults in a log, or who is shown and whether that is fair', [
        'faults',
        'exposure',
      ]).default('faults'),
    )
    .option('--rows <n>', 'about how many rows (default: 10000)', wholeNumber)
    .action((flags: NewFlags) =>
      perform({}, async (printing) => (await import('./incident-new.ts')).newIncident(flags, printing)),
    );
  incident
    .command('inject')
    .description('put faults into a copy of a CSV file of yours')
    .requiredOption('--into <file>', 'the CSV file; it stays as it is')
    .requiredOption('-o, --out <folder>', 'where to; the folder has to be new or empty')
    .option('--time <column>', 'the column by which time runs (default: the first that holds times)')
    .option('--seed <n>', 'the same number changes the same rows (default: drawn, and printed)', wholeNumber)
    .addOption(choice('--difficulty <difficulty>', 'how hard it is', difficulties).default('medium'))
    .option('--faults <kinds>', 'kinds of fault, with commas, in place of drawn ones')
    .action((flags: InjectFlags) =>
      perform({}, async (printing) => (await import('./incident-inject.ts')).injectIncident(flags, printing)),
    );
  incident
    .command('grade')
    .description('compare a diagnosis with the truth that lies beside it')
    .argument('[path]', 'the folder of the incident, or the diagnosis in it', '.')
    .option('--hint', 'say more about what was not found')
    .option('--reveal', 'say what was put into the data')
    .option('--fail-under <percent>', 'exit with 1 when it earns less than this share of the points', percent)
    .addOption(choice('-f, --format <format>', 'how to print it', ['text', 'json', 'md']).default('text'))
    .option('--color', 'colour even when not printing to a terminal')
    .option('--no-color', 'no colour')
    .addHelpText('after', gradeHelp)
    .action((path: string, flags: GradeFlags & Colored) =>
      perform(flags, async (printing) => (await import('./incident-grade.ts')).gradeIncident(path, flags, printing)),
    );
}

function wholeNumber(value: string): number {
  if (/^[1-9]\d{0,8}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('It is a whole number from 1 to 999999999.');
}

function percent(value: string): number {
  if (/^(?:100|\d{1,2})$/.test(value)) return Number(value);
  throw new InvalidArgumentError('It is a whole number from 0 to 100.');
}

const gradeHelp = `
Exit codes:
  0  graded
  1  graded, and it earns less than --fail-under
  2  the diagnosis, the data or the truth could not be read
`;
