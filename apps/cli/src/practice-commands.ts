import { type Command, InvalidArgumentError, type Option } from 'commander';
import type { PlanFlags } from './practice/plan.ts';
import type { ProgressFlags } from './practice/progress.ts';
import type { StoriesFlags } from './practice/stories.ts';
import type { Printing } from './print.ts';

interface Colored {
  readonly color?: boolean;
}

/** Runs what a command does, and keeps its exit code. */
type Perform = (flags: Colored, action: (printing: Printing) => Promise<number>) => Promise<void>;
/** Makes an option that takes one of some names. */
type Choice = (flags: string, description: string, names: readonly string[]) => Option;

const formats: readonly PlanFlags['format'][] = ['text', 'json'];

/** What a person does over time. What does it is loaded only when it is asked for. */
export function addPracticeCommands(program: Command, perform: Perform, choice: Choice): void {
  program
    .command('plan')
    .description('print the prep plan: weeks from the interview date, hours a week and background')
    .option('--date <date>', 'the date of the interview, such as 2027-01-15', isoDate)
    .option('--hours <n>', 'hours a week there are', hoursAWeek)
    .option('--background <id>', 'where you come from, such as backend')
    .option('--today <date>', 'plan as of this day (default: today)', isoDate)
    .option('--ics <file>', 'write a calendar instead; - prints it')
    .addOption(choice('-f, --format <format>', 'how to print it', formats).default('text'))
    .option('--color', 'colour even when not printing to a terminal')
    .option('--no-color', 'no colour')
    .addHelpText('after', planHelp)
    .action((flags: PlanFlags & Colored) =>
      perform(flags, async (printing) => (await import('./practice/plan.ts')).printPlan(flags, printing)),
    );
  program
    .command('progress')
    .description('print how far you are: rounds, questions attempted, weeks of the plan, cards due')
    .option('--today <date>', 'as of this day (default: today)', isoDate)
    .addOption(choice('-f, --format <format>', 'how to print it', formats).default('text'))
    .option('--color', 'colour even when not printing to a terminal')
    .option('--no-color', 'no colour')
    .action((flags: ProgressFlags & Colored) =>
      perform(flags, async (printing) => (await import('./practice/progress.ts')).printProgress(flags, printing)),
    );
  program
    .command('stories')
    .description('print which question and competency has a story, and what each story lacks')
    .argument('[folder]', 'where they are (default: stories, beside rubricate.yaml)')
    .addOption(choice('-f, --format <format>', 'how to print it', formats).default('text'))
    .option('--color', 'colour even when not printing to a terminal')
    .option('--no-color', 'no colour')
    .action((folder: string | undefined, flags: StoriesFlags & Colored) =>
      perform(flags, async (printing) => (await import('./practice/stories.ts')).printStories(folder, flags, printing)),
    );
}

function isoDate(value: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  // The 31st of February is read as a day of March, which is not what was meant.
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(value)) return value;
  throw new InvalidArgumentError('It is a date such as 2027-01-15.');
}

function hoursAWeek(value: string): number {
  const hours = /^\d{1,2}(?:\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
  if (hours >= 1 && hours <= 80) return hours;
  throw new InvalidArgumentError('It is a number from 1 to 80.');
}

const planHelp = `
What is not given is read from rubricate.yaml, and what is done from the journal
beside it.

Exit codes:
  0  printed
  2  nothing says what you prepare for, or something could not be read
`;
