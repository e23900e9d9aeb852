import type { PackSectionId } from '@rubricate/core/authoring';
import type { Command, Option } from 'commander';
import type { PackCheckFlags } from './pack/check.ts';
import type { PackNewFlags } from './pack/new.ts';
import type { PackShowFlags } from './pack/show.ts';
import type { Printing } from './print.ts';

interface Colored {
  readonly color?: boolean;
}

/** Runs what a command does, and keeps its exit code. */
type Perform = (flags: Colored, action: (printing: Printing) => Promise<number>) => Promise<void>;

const checkFormats: readonly PackCheckFlags['format'][] = ['text', 'json', 'sarif', 'github'];
const schemaNames = ['pack', 'workspace-config', 'answer-front-matter'];
/** Each name once, or the types do not agree. */
const sections: Readonly<Record<PackSectionId, true>> = {
  role: true,
  levels: true,
  loop: true,
  compensation: true,
  promotions: true,
  questions: true,
  structures: true,
  rubrics: true,
  drills: true,
  plan: true,
  reading: true,
  facts: true,
  disagreements: true,
  cards: true,
  sources: true,
};

/** `rubricate pack …`: all that the author of a pack needs. What does it is loaded only when it is asked for. */
export function addPackCommands(program: Command, perform: Perform, choice: Choice): void {
  const pack = program
    .command('pack')
    .description('begin, check and read packs: rubrics, questions and claims in YAML');
  pack
    .command('new')
    .description('write a small pack that works, to be changed; nothing is overwritten')
    .argument('<folder>', 'the folder to make, such as packs/acme-engineer')
    .option('--company <name>', 'the company, such as acme (default: the first word of the folder)')
    .option('--role <name>', 'the role, such as data-engineer (default: the rest of the folder)')
    .option('--title <text>', 'the title a reader sees')
    .action((folder: string, flags: PackNewFlags & Colored) =>
      perform(flags, async (printing) => (await import('./pack/new.ts')).packNew(folder, flags, printing)),
    );
  pack
    .command('check')
    .description('say what is wrong in packs, with file, line and the nearest right name')
    .argument('<folder...>', 'folders of packs: one with YAML files is a pack, in any other each folder is one')
    .addOption(choice('-f, --format <format>', 'how to print it', checkFormats).default('text'))
    .option('--strict', 'exit with 1 for warnings as well')
    .option('--replace-shipped', 'check a pack in place of the one of that id that ships')
    .option('--color', 'colour even when not printing to a terminal')
    .option('--no-color', 'no colour')
    .addHelpText('after', checkHelp)
    .action((folders: readonly string[], flags: PackCheckFlags & Colored) =>
      perform(flags, async (printing) => (await import('./pack/check.ts')).packCheck(folders, flags, printing)),
    );
  pack
    .command('show')
    .description('print a pack to be read: role, levels, loop, claims with source, date and state')
    .argument('<pack>', 'its id, or its folder')
    .addOption(choice('-s, --section <section>', 'only this part', Object.keys(sections)))
    .option('--color', 'colour even when not printing to a terminal')
    .option('--no-color', 'no colour')
    .action((name: string, flags: PackShowFlags & Colored) =>
      perform(flags, async (printing) => (await import('./pack/show.ts')).packShow(name, flags, printing)),
    );
  pack
    .command('list')
    .description('list the packs there are')
    .option('--color', 'colour even when not printing to a terminal')
    .option('--no-color', 'no colour')
    .action((flags: Colored) =>
      perform(flags, async (printing) => (await import('./pack/list.ts')).packList(printing)),
    );
  pack
    .command('schema')
    .description('print the JSON Schema of what people write')
    .argument('[name]', `one of ${schemaNames.join(', ')}`, 'pack')
    .action((name: string, flags: Colored) =>
      perform(flags, async (printing) => (await import('./pack/schema.ts')).packSchema(name, printing)),
    );
}

/** Makes an option that takes one of some names. */
type Choice = (flags: string, description: string, names: readonly string[]) => Option;

const checkHelp = `
Exit codes:
  0  nothing is wrong; there may be warnings
  1  there are errors, or warnings with --strict
  2  a folder or a file could not be read
`;
