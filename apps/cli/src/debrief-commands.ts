import type { Command, Option } from 'commander';
import type { DebriefFlags } from './debrief/debrief.ts';
import type { HistoryFlags } from './debrief/history.ts';
import type { Printing } from './print.ts';

interface Colored {
  readonly color?: boolean;
}

/** Runs what a command does, and keeps its exit code. */
type Perform = (flags: Colored, action: (printing: Printing) => Promise<number>) => Promise<void>;
/** Makes an option that takes one of some names. */
type Choice = (flags: string, description: string, names: readonly string[]) => Option;

const formats: readonly HistoryFlags['format'][] = ['text', 'json'];

/** `rubricate debrief` and `rubricate history`: what came of an answer, and of those before it. Loaded when asked for. */
export function addDebriefCommands(program: Command, perform: Perform, choice: Choice): void {
  program
    .command('debrief')
    .description('print the report of an answer: verdict, quotes, cheapest edits, change since the last attempt')
    .argument('<file>', 'the answer; - reads standard input')
    .option('--html <file>', 'write it as one HTML file that needs nothing else; - prints it')
    .option('--markdown', 'print it as Markdown (what happens without --html)')
    .option('-q, --question <id>', 'the question it answers, such as pinterest/home-feed')
    .option('-l, --level <level>', 'the level aimed at, such as L5, or the bar: mid, senior, staff')
    .option('--role <role>', 'the role, where several packs share a question')
    .addHelpText('after', debriefHelp)
    .action((file: string, flags: DebriefFlags & Colored) =>
      perform(flags, async (printing) => (await import('./debrief/debrief.ts')).printDebrief(file, flags, printing)),
    );
  program
    .command('history')
    .description('list the attempts of a question, newest first, or the questions there are attempts of')
    .argument('[question]', 'a question such as pinterest/home-feed')
    .addOption(choice('-f, --format <format>', 'how to print it', formats).default('text'))
    .option('--color', 'colour even when not printing to a terminal')
    .option('--no-color', 'no colour')
    .action((question: string | undefined, flags: HistoryFlags & Colored) =>
      perform(flags, async (printing) =>
        (await import('./debrief/history.ts')).printHistory(question, flags, printing),
      ),
    );
}

const debriefHelp = `
Attempts are read from the journal beside the nearest rubricate.yaml. An HTML file
is written anew only where it is an earlier debrief; any other file is left alone.

Exit codes:
  0  printed or written
  2  the answer or a file of the journal could not be read, or nothing was written
`;
