import { type HireSignal, hireSignals, nearest } from '@rubricate/core/model';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import packageJson from '../package.json' with { type: 'json' };
import { addDebriefCommands } from './debrief-commands.ts';
import { formatNames, type Look } from './formats/format.ts';
import { exitCodes, type Installation, type Io } from './io.ts';
import { addJournalCommands } from './journal-commands.ts';
import type { LensAsked } from './judge.ts';
import { addDrillCommand } from './labs/drill-command.ts';
import { addIncidentCommand } from './labs/incident-command.ts';
import { addOfferCommand } from './labs/offer-command.ts';
import { addTranscriptCommand } from './labs/transcript-command.ts';
import { addVectorsCommand } from './labs/vectors-command.ts';
import { addPackCommands } from './pack-commands.ts';
import { addPracticeCommands } from './practice-commands.ts';
import { harmlessIo } from './terminal/harmless.ts';
import { hang } from './terminal/wrap.ts';

interface ReviewFlags {
  readonly question?: string;
  readonly rubric?: readonly string[];
  readonly level?: string;
  readonly role?: string;
  readonly as?: LensAsked;
  readonly compare?: LensAsked;
  readonly format: (typeof formatNames)[number];
  readonly summary?: boolean;
  readonly quiet?: boolean;
  readonly failUnder?: HireSignal;
  readonly color?: boolean;
  readonly threads?: number;
}

const narrowest = 40;
const usualWidth = 80;

/** Runs the command and returns its exit code. Everything it says goes through `io`. */
export async function run(args: readonly string[], outside: Io, installation: Installation): Promise<number> {
  const io = harmlessIo(outside);
  let exitCode: number = exitCodes.reviewed;
  const width = Math.max(narrowest, io.columns ?? usualWidth);
  const program = new Command('rubricate')
    .description(
      'Reviews interview answers and design docs, written in Markdown, against a rubric. Every finding points at the words it rests on.',
    )
    .version(packageJson.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .exitOverride()
    .configureHelp({ helpWidth: width, minWidthToWrap: 12 })
    .configureOutput({
      writeOut: (text) => void io.out(within(text, width)),
      writeErr: (text) => io.error(within(text, width)),
      getOutHelpWidth: () => width,
      getErrHelpWidth: () => width,
      outputError: (text, write) => write(text.replace(/^error: (.)/, (_, first: string) => `rubricate: ${first}`)),
    })
    .showHelpAfterError('See "rubricate --help".')
    .addHelpText('after', examples);
  program
    .command('review')
    .description('review files, folders (their *.md) and quoted patterns; - reads standard input')
    .argument('<file...>', 'what to review')
    .option('-q, --question <id>', 'the question they answer, such as pinterest/home-feed')
    .option('-r, --rubric <id>', 'a rubric to judge by, with no question needed; may be given again', collect)
    .option('-l, --level <level>', 'the level aimed at, such as L5, or the bar: mid, senior, staff')
    .option('--role <role>', 'the role, where several packs share a question')
    .option('--as <pack[:level]>', 'judge through another pack, such as pinterest-data-pm:L5', lensAsked)
    .option('--compare <pack[:level]>', 'print what another pack judges otherwise, and why', lensAsked)
    .addOption(choice('-f, --format <format>', 'how to print the review', formatNames).default('text'))
    .option('-s, --summary', 'one line a file')
    .option('--quiet', 'the same as --summary')
    .addOption(choice('--fail-under <signal>', 'exit with 1 when a hire signal is below this', hireSignals))
    .option('--color', 'colour even when not printing to a terminal')
    .option('--no-color', 'no colour')
    .option('--threads <n>', 'how many threads to use for many files (default: one a core)', wholeNumber)
    .addHelpText('after', exitCodeHelp)
    .action(async (files: readonly string[], flags: ReviewFlags, command: Command) => {
      if (flags.compare && (flags.summary || flags.quiet || !['text', 'json'].includes(flags.format)))
        command.error('error: --compare prints text or json. Leave out --summary, or choose another --format.');
      const { reviewCommand } = await import('./review-command.ts');
      exitCode = await reviewCommand(
        {
          files,
          asked: {
            ...(flags.question === undefined ? {} : { question: flags.question }),
            ...(flags.rubric === undefined ? {} : { rubrics: flags.rubric }),
            ...(flags.level === undefined ? {} : { level: flags.level }),
            ...(flags.role === undefined ? {} : { role: flags.role }),
            ...(flags.as === undefined ? {} : { as: flags.as }),
            ...(flags.compare === undefined ? {} : { compare: flags.compare }),
          },
          look: lookOf(flags, io, width),
          failUnder: flags.failUnder,
          threads: flags.threads,
        },
        io,
        installation,
      );
    });
  program
    .command('rubric')
    .description('print a rubric: what it asks for, at which bar, with weak and strong examples')
    .argument('<id>', 'a rubric such as system-design')
    .option('--color', 'colour even when not printing to a terminal')
    .option('--no-color', 'no colour')
    .action(async (id: string, flags: { readonly color?: boolean }) => {
      const { printRubric } = await import('./print.ts');
      exitCode = await printRubric(id, { io, installation, width, color: colorOf(flags, io) });
    });
  program
    .command('questions')
    .description('list the questions there are, with their rubrics')
    .option('--color', 'colour even when not printing to a terminal')
    .option('--no-color', 'no colour')
    .action(async (flags: { readonly color?: boolean }) => {
      const { printQuestions } = await import('./print.ts');
      exitCode = await printQuestions({ io, installation, width, color: colorOf(flags, io) });
    });
  const perform: Parameters<typeof addPackCommands>[1] = async (flags, action) => {
    exitCode = await action({ io, installation, width, color: colorOf(flags, io) });
  };
  addPackCommands(program, perform, choice);
  addJournalCommands(program, perform);
  addDebriefCommands(program, perform, choice);
  addPracticeCommands(program, perform, choice);
  addIncidentCommand(program, perform, choice);
  addDrillCommand(program, perform, choice);
  addOfferCommand(program, perform, choice);
  addVectorsCommand(program, perform, choice);
  addTranscriptCommand(program, perform, choice);
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? exitCodes.reviewed : exitCodes.trouble;
  }
  return exitCode;
}

/** Breaks the lines that are still too long for a narrow terminal, keeping their indent. */
function within(text: string, width: number): string {
  const lines = text.split('\n').flatMap((line) => {
    const indent = /^ */.exec(line)?.[0] ?? '';
    return line.length <= width ? [line] : hang(indent, line.trimStart(), width);
  });
  return lines.join('\n');
}

function lookOf(flags: ReviewFlags, io: Io, width: number): Look {
  const brief = (flags.summary || flags.quiet) && flags.format === 'text';
  if (!brief) return { format: flags.format, color: colorOf(flags, io), width };
  // Lines that another program reads are not cut to a width nobody looks at.
  return {
    format: 'summary',
    color: colorOf(flags, io),
    width: io.columns === undefined ? Number.MAX_SAFE_INTEGER : width,
  };
}

/** A flag decides; then NO_COLOR and FORCE_COLOR, by whether they are set to something; then whether a person looks on. */
function colorOf({ color }: { readonly color?: boolean }, { env, terminal }: Io): boolean {
  if (color !== undefined) return color;
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  return terminal && env.TERM !== 'dumb';
}

function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

function choice(flags: string, description: string, names: readonly string[]): Option {
  return new Option(flags, `${description} (${names.join(', ')})`).argParser((value) => {
    if (names.includes(value)) return value;
    const guess = nearest(value, names);
    throw new InvalidArgumentError(`${guess ? `Did you mean "${guess}"? ` : ''}It is one of ${names.join(', ')}.`);
  });
}

function lensAsked(value: string): LensAsked {
  const [pack = '', level] = value.split(':', 2);
  if (pack === '') throw new InvalidArgumentError('It is a pack, or a pack and a level: pinterest-data-pm:L5.');
  return level ? { pack, level } : { pack };
}

function wholeNumber(value: string): number {
  if (/^[1-9]\d{0,2}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('It is a whole number from 1.');
}

const examples = `
Examples:
  rubricate review answers/home-feed.md
  rubricate review design.md --rubric system-design --level senior
  rubricate review "answers/**/*.md" --summary --fail-under lean-yes
  rubricate rubric system-design
  rubricate pack new packs/acme-engineer
`;

const exitCodeHelp = `
What a file is judged by: the flags, else its front matter, else rubricate.yaml
in its folder or one above.

Exit codes:
  0  reviewed
  1  reviewed, and a hire signal is below --fail-under
  2  something could not be read or understood; the rest was reviewed
`;
