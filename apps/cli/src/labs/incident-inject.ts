import { once } from 'node:events';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import {
  addToProfile,
  briefFile,
  csvLine,
  type Difficulty,
  diagnosisFile,
  diagnosisTemplate,
  drawInjection,
  injectableKinds,
  injectedBrief,
  injectorOf,
  profileOf,
  seal,
  type Truth,
  truthFile,
} from '@rubricate/core/labs/incident';
import { exitCodes } from '../io.ts';
import { messageOf, shownFrom } from '../packs.ts';
import type { Printing } from '../print.ts';
import { hang, wrap } from '../terminal/wrap.ts';
import { drawnSeed, kindsNamed, takenBy } from './incident-new.ts';
import { readCsv } from './read-csv.ts';

export interface InjectFlags {
  readonly into: string;
  readonly out: string;
  readonly time?: string;
  readonly seed?: number;
  readonly difficulty: Difficulty;
  readonly faults?: string;
}

/** `rubricate incident inject`: a copy of somebody's table with faults in it. The file is read twice, row by row. */
export async function injectIncident(flags: InjectFlags, { io, width }: Printing): Promise<number> {
  const refuse = (why: string): number => {
    io.error(`rubricate: ${why}\n`);
    return exitCodes.trouble;
  };
  const kinds = kindsNamed(flags.faults, injectableKinds);
  if ('problem' in kinds) return refuse(kinds.problem);
  const file = resolve(io.cwd, flags.into);
  const folder = resolve(io.cwd, flags.out);
  const [shownFile, shown] = [shownFrom(io.cwd, file), shownFrom(io.cwd, folder)];
  const taken = takenBy(folder, shown);
  if (taken !== undefined) return refuse(taken);
  let profile: ReturnType<typeof profileOf> | undefined;
  const unread = await readCsv(file, shownFile, (row) => {
    if (profile) addToProfile(profile, row);
    else if (new Set(row).size !== row.length || row.includes('')) return 'Each column needs a name of its own.';
    else profile = profileOf(row);
    return undefined;
  });
  if (unread !== undefined || !profile) return refuse(unread ?? `${shownFile} is empty.`);
  if (flags.time !== undefined && !profile.columns.some(({ name }) => name === flags.time))
    return refuse(
      `${shownFile}:1:1 There is no column "${flags.time}". There are: ${profile.columns.map(({ name }) => name).join(', ')}.`,
    );
  const drawn = drawInjection(profile, {
    ...{ seed: flags.seed ?? drawnSeed(), difficulty: flags.difficulty, data: basename(file), faults: kinds.kinds },
    ...(flags.time === undefined ? {} : { time: flags.time }),
  });
  if (!drawn.ok) return refuse(`${shownFile}:1:1 ${drawn.problem}`);
  const { truth } = drawn;
  try {
    mkdirSync(folder, { recursive: true });
    const problem = await writeInjected(file, shownFile, join(folder, truth.data), truth);
    if (problem !== undefined) return refuse(problem);
    const brief = injectedBrief(truth);
    const sealed = seal({ ...truth, given: [brief] });
    for (const [name, text] of [
      [briefFile, brief],
      [diagnosisFile, diagnosisTemplate()],
      [truthFile, sealed],
    ] as const)
      writeFileSync(join(folder, name), text, { flag: 'wx' });
  } catch (error) {
    return refuse(`${shown} could not be written: ${messageOf(error)}`);
  }
  const count = truth.faults.length;
  const lines = [
    ...wrap(
      `${join(shown, truth.data)} is ${shownFile} with ${count === 1 ? '1 fault' : `${count} faults`} in it (seed ${truth.seed}).`,
      width,
    ),
    ...hang(
      'Next: ',
      `write what you find into ${join(shown, diagnosisFile)}, then: rubricate incident grade ${shown}`,
      width,
    ),
  ];
  await io.out(`${lines.join('\n')}\n`);
  return exitCodes.reviewed;
}

async function writeInjected(file: string, shown: string, target: string, truth: Truth): Promise<string | undefined> {
  const out = createWriteStream(target, { flags: 'wx' });
  const inject = injectorOf(truth);
  let isHead = true;
  const problem = await readCsv(file, shown, async (row) => {
    const cells = row.map((cell) => (cell === '' ? null : cell));
    const text = (isHead ? [row] : inject(cells)).map(csvLine).join('');
    isHead = false;
    if (!out.write(text)) await once(out, 'drain');
    return undefined;
  });
  out.end();
  await finished(out);
  return problem;
}
