import type { Command, Option } from 'commander';
import type { Printing } from '../print.ts';
import type { OfferFlags } from './offer.ts';

interface Colored {
  readonly color?: boolean;
}

/** Runs what a command does, and keeps its exit code. */
type Perform = (flags: Colored, action: (printing: Printing) => Promise<number>) => Promise<void>;
/** Makes an option that takes one of some names. */
type Choice = (flags: string, description: string, names: readonly string[]) => Option;

const formats: readonly OfferFlags['format'][] = ['text', 'json', 'md', 'html'];

/** `rubricate offer`: what an offer comes to at each exit. Loaded when asked for. */
export function addOfferCommand(program: Command, perform: Perform, choice: Choice): void {
  const offer = program
    .command('offer')
    .description('work out an offer: what its equity comes to at each exit, and where it breaks even against another')
    .argument('<file>', 'the offer, in YAML; - reads standard input')
    .option('--horizon <time>', 'how long you stay, such as "3 years", in place of what the file says')
    .addOption(choice('-f, --format <format>', 'how to print it', formats).default('text'))
    .option('--color', 'colour even when not printing to a terminal')
    .option('--no-color', 'no colour')
    .addHelpText('after', offerHelp)
    .action((file: string, flags: OfferFlags & Colored) =>
      perform(flags, async (printing) => (await import('./offer.ts')).printOffer(file, flags, printing)),
    );
  offer
    .command('new')
    .description('write an offer file to fill in; nothing is overwritten')
    .argument('<file>', 'where to, such as offer.yaml')
    .action((file: string) => perform({}, async (printing) => (await import('./offer.ts')).newOffer(file, printing)));
}

const offerHelp = `
Exit codes:
  0  printed or written
  2  the file could not be read or understood, or nothing was written
`;
