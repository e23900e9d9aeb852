import type { Command } from 'commander';
import type { Printing } from './print.ts';
import type { QuizFlags } from './quiz/quiz-command.ts';

interface Colored {
  readonly color?: boolean;
}

/** Runs what a command does, and keeps its exit code. */
type Perform = (flags: Colored, action: (printing: Printing) => Promise<number>) => Promise<void>;

/** `rubricate quiz` and `rubricate journal …`. What does it is loaded only when it is asked for. */
export function addJournalCommands(program: Command, perform: Perform): void {
  program
    .command('quiz')
    .description('ask quiz cards that are due, in the terminal, and record the answers in the journal')
    .option('-n, --count <n>', 'how many cards (default: 5)')
    .option('--pack <id>', 'only cards of this pack')
    .option('--topic <topic>', 'only cards of this topic')
    .option('--level <bar>', 'only cards meant from this bar: mid, senior, staff')
    .option('--kind <kind>', 'only cards of this kind, such as choice or numeric')
    .option('--resume [card]', 'ask a suspended card again; with no card named, choose from those that are')
    .option('--statistics', 'say what is known of the cards, topic by topic, and ask nothing')
    .option('--seed <n>', 'a number that decides the order, so that a quiz can be had again')
    .option('--color', 'colour even when not printing to a terminal')
    .option('--no-color', 'no colour')
    .addHelpText('after', quizHelp)
    .action((flags: QuizFlags & Colored & { readonly resume?: string | true; readonly statistics?: boolean }) =>
      perform(flags, async (printing) => {
        if (flags.resume !== undefined) return (await import('./quiz/resume.ts')).resumeCommand(flags.resume, printing);
        if (flags.statistics) return (await import('./quiz/statistics.ts')).quizStatisticsCommand(flags, printing);
        return (await import('./quiz/quiz-command.ts')).quizCommand(flags, printing);
      }),
    );
  const journal = program.command('journal').description('look after the journal: what was answered and attempted');
  journal
    .command('check')
    .description('count what is recorded and name the files that cannot be read; nothing is changed')
    .action((flags: Colored) =>
      perform(flags, async (printing) => (await import('./journal-check.ts')).journalCheck(printing)),
    );
  journal
    .command('compact')
    .description('gather all events in one archive and remove the files it holds; damaged ones stay')
    .action((flags: Colored) =>
      perform(flags, async (printing) => (await import('./journal-check.ts')).journalCompact(printing)),
    );
}

const quizHelp = `
Type the number of an option, several with spaces between, or the words or the
number that are asked for. Enter goes on, b goes back, u undoes the last answer,
s suspends the card, r reports it, q quits; what was answered is kept. On a card
that is read again, u undoes its own answer.

Exit codes:
  0  asked, or there was nothing to ask
  2  something could not be read, understood or recorded
`;
