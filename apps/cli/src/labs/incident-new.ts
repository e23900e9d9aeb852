import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import {
  briefFile,
  clashOf,
  csvLine,
  type Difficulty,
  dataFile,
  diagnosisFile,
  drawScenario,
  exposureFile,
  exposurePapers,
  type FaultKind,
  faultKinds,
  incidentHours,
  jsonLine,
  papersOf,
  type Scenario,
  tableOf,
} from '@rubricate/core/labs/incident';
import { nearest } from '@rubricate/core/model';
import { exitCodes, type Io } from '../io.ts';
import { messageOf, shownFrom } from '../packs.ts';
import type { Printing } from '../print.ts';
import { hang, wrap } from '../terminal/wrap.ts';

export interface NewFlags {
  readonly out: string;
  readonly seed?: number;
  readonly difficulty: Difficulty;
  readonly faults?: string;
  readonly rows?: number;
  readonly variant: 'faults' | 'exposure';
}

const usualRows = 10_000;
const jsonFile = 'events.jsonl';

/** `rubricate incident new`: writes an incident into a folder that is new or empty. */
export async function newIncident(flags: NewFlags, { io, width }: Printing): Promise<number> {
  const refuse = (why: string): number => {
    io.error(`rubricate: ${why}\n`);
    return exitCodes.trouble;
  };
  const kinds = kindsNamed(flags.faults);
  if ('problem' in kinds) return refuse(kinds.problem);
  const folder = resolve(io.cwd, flags.out);
  const shown = shownFrom(io.cwd, folder);
  const taken = takenBy(folder, shown);
  if (taken !== undefined) return refuse(taken);
  const seed = flags.seed ?? drawnSeed();
  const next = (data: string): readonly string[] => [
    '',
    'Next:',
    ...hang('  1. ', `Read ${join(shown, briefFile)}, and explore ${data} with any tool.`, width),
    ...hang('  2. ', `Write what you find into ${join(shown, diagnosisFile)}.`, width),
    ...hang('  3. ', `rubricate incident grade ${shown}`, width),
  ];
  if (flags.variant === 'exposure') {
    try {
      mkdirSync(folder, { recursive: true });
      for (const { name, text } of exposurePapers(seed)) writeFileSync(join(folder, name), text, { flag: 'wx' });
    } catch (error) {
      return refuse(`${shown} could not be written: ${messageOf(error)}`);
    }
    await io.out(`${[...wrap(`Exposure ${seed} is in ${shown}.`, width), ...next(exposureFile)].join('\n')}\n`);
    return exitCodes.reviewed;
  }
  const scenario = drawScenario({
    seed,
    difficulty: flags.difficulty,
    rows: flags.rows ?? usualRows,
    faults: kinds.kinds,
  });
  let rows: number;
  try {
    mkdirSync(folder, { recursive: true });
    rows = await writeIncident(scenario, folder, io);
  } catch (error) {
    return refuse(`${shown} could not be written: ${messageOf(error)}`);
  }
  const lines = [
    ...wrap(`Incident ${scenario.seed} (${scenario.difficulty}) is in ${shown}: ${rows} rows of 14 days.`, width),
    ...next(`${dataFile} or ${jsonFile}`),
  ];
  await io.out(`${lines.join('\n')}\n`);
  return exitCodes.reviewed;
}

/** A seed that is short enough to be told to somebody. */
export function drawnSeed(): number {
  return randomInt(1, 1_000_000);
}

/** Why nothing may be written into a folder; undefined where it may. */
export function takenBy(folder: string, shown: string): string | undefined {
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (!stats || (stats.isDirectory() && readdirSync(folder).length === 0)) return undefined;
  return `${shown} holds something already, so nothing was written. Name a folder that is new or empty.`;
}

/** The kinds that a flag names. */
export function kindsNamed(
  flag: string | undefined,
  known: readonly FaultKind[] = faultKinds,
): { readonly kinds: readonly FaultKind[] } | { readonly problem: string } {
  const names = [...new Set((flag ?? '').split(',').map((name) => name.trim()))].filter((name) => name !== '');
  const kinds = names.flatMap((name) => known.filter((kind) => kind === name));
  const unknown = names.find((name) => !known.some((kind) => kind === name));
  if (unknown !== undefined) {
    const guess = nearest(unknown, known);
    return {
      problem: `--faults: "${unknown}" is no kind of fault.${guess ? ` Did you mean "${guess}"?` : ''} There are: ${known.join(', ')}.`,
    };
  }
  // In a table of somebody each fault has a column of its own.
  const clash = known === faultKinds ? clashOf(kinds) : undefined;
  return clash
    ? {
        problem: `--faults: ${clash.first} and ${clash.second} both change ${clash.column}, and nobody could tell them apart. Choose one of them.`,
      }
    : { kinds };
}

/** Writes hour by hour; a slow disk slows it down, and memory holds no more than the rows still to come. */
async function writeIncident(scenario: Scenario, folder: string, io: Io): Promise<number> {
  const table = tableOf(scenario);
  const sessions = new Map<string, number>();
  const csv = createWriteStream(join(folder, dataFile), { flags: 'wx' });
  const json = createWriteStream(join(folder, jsonFile), { flags: 'wx' });
  const write = async (stream: typeof csv, text: string): Promise<void> => {
    if (!stream.write(text)) await once(stream, 'drain');
  };
  let rows = 0;
  const tell = progress(io, scenario.rows);
  await write(csv, csvLine(table.columns));
  for (const hour of incidentHours(scenario, sessions)) {
    rows += hour.length;
    await write(csv, hour.map(csvLine).join(''));
    await write(json, hour.map((row) => jsonLine(table, row)).join(''));
    tell(rows);
  }
  csv.end();
  json.end();
  await Promise.all([finished(csv), finished(json)]);
  tell(undefined);
  for (const { name, text } of papersOf(scenario, sessions)) writeFileSync(join(folder, name), text, { flag: 'wx' });
  return rows;
}

/** Tells a person how far it is, on one line of standard error; a small incident is there before one could read it. */
export function progress(io: Io, all: number): (rows: number | undefined) => void {
  const least = 100_000;
  let told = 0;
  return (rows) => {
    if (!io.terminal || all < least) return;
    if (rows === undefined) io.error(`\r${' '.repeat(40)}\r`);
    else if (rows - told >= all / 100) {
      told = rows;
      io.error(`\r${rows} of about ${all} rows`);
    }
  };
}
