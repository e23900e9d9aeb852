import type { Command, Option } from 'commander';
import type { Printing } from '../print.ts';
import type { TranscriptFlags } from './transcript.ts';

interface Colored {
  readonly color?: boolean;
}

/** Runs what a command does, and keeps its exit code. */
type Perform = (flags: Colored, action: (printing: Printing) => Promise<number>) => Promise<void>;
/** Makes an option that takes one of some names. */
type Choice = (flags: string, description: string, names: readonly string[]) => Option;

const formats: readonly TranscriptFlags['format'][] = ['text', 'json', 'md', 'html'];

/** `rubricate transcript`: a round that was spoken, reviewed with its times. Loaded when asked for. */
export function addTranscriptCommand(program: Command, perform: Perform, choice: Choice): void {
  program
    .command('transcript')
    .description('review a spoken round: captions (.vtt, .srt) or a plain transcript')
    .argument('<file>', 'the transcript; - reads standard input')
    .option('-q, --question <id>', 'the question it answers, such as pinterest/home-feed')
    .option('-r, --rubric <id>', 'a rubric to judge by, with no question needed')
    .option('-l, --level <level>', 'the level aimed at, such as L5, or the bar: mid, senior, staff')
    .option('--role <role>', 'the role, where several packs share a question')
    .option('--speaker <name>', 'whom to review (default: who speaks most)')
    .addOption(choice('-f, --format <format>', 'how to print it', formats).default('text'))
    .option('--color', 'colour even when not printing to a terminal')
    .option('--no-color', 'no colour')
    .addHelpText('after', help)
    .action((file: string, flags: TranscriptFlags & Colored) =>
      perform(flags, async (printing) => (await import('./transcript.ts')).printTranscript(file, flags, printing)),
    );
}

const help = `
The transcript may name its question: a line "NOTE question: pinterest/home-feed".

Exit codes:
  0  reviewed
  2  it could not be read or understood
`;
