import { randomInt } from 'node:crypto';
import { dirname, join, relative, resolve } from 'node:path';
import {
  checkDrill,
  chooseDrill,
  type DrillReading,
  type DrillRecord,
  drillComment,
  drillsInText,
  eventVersion,
  type FittingDrill,
  type FoundDrill,
  fittingDrills,
  journalFolder,
  readDrills,
} from '@rubricate/core/practice';
import type { Library } from '@rubricate/core/review';
import { findInputs, pathWithin } from '../inputs.ts';
import { exitCodes } from '../io.ts';
import { findJournal, makeOccasions, readJournal, recordEvent } from '../journal.ts';
import { judge } from '../judge.ts';
import { messageOf, readShippedPacks, shownFrom, tellProblems } from '../packs.ts';
import type { Printing } from '../print.ts';
import { type SourceText, spanAt } from '../source-text.ts';
import { makeWorkspaces } from '../workspace.ts';
import { checkText, type DrillState, listText, raisedText } from './drill-text.ts';

export interface DrillFlags {
  readonly check?: boolean;
  readonly list?: boolean;
  readonly new?: boolean;
  readonly giveUp?: string;
  readonly seed?: number;
  readonly format: 'text' | 'json';
}

/** What is known of the answer and of the failures raised for it. */
interface Drilling {
  readonly path: string;
  readonly source: SourceText;
  readonly reading: DrillReading;
  readonly journal: string;
  /** The answer's path from the folder that holds the journal; undefined for standard input and files elsewhere. */
  readonly file: string | undefined;
  /** Failures raised for this file, oldest first. */
  readonly raised: readonly DrillRecord[];
  readonly troubled: boolean;
}

/** `rubricate drill FILE`. */
export async function drillAnswer(path: string, flags: DrillFlags, printing: Printing): Promise<number> {
  const drilling = await prepare(path, printing);
  if (!drilling) return exitCodes.trouble;
  try {
    const code = await perform(drilling, flags, printing);
    return drilling.troubled ? exitCodes.trouble : code;
  } catch (error) {
    const journal = shownFrom(printing.io.cwd, drilling.journal);
    printing.io.error(`rubricate: nothing could be recorded in ${journal}: ${messageOf(error)}\n`);
    return exitCodes.trouble;
  }
}

function perform(drilling: Drilling, flags: DrillFlags, printing: Printing): Promise<number> {
  if (flags.giveUp !== undefined) return giveUp(drilling, flags.giveUp, printing);
  if (flags.list) return list(drilling, flags, printing);
  if (flags.check) return check(drilling, flags, printing);
  return raise(drilling, flags, printing);
}

async function prepare(path: string, { io, installation }: Printing): Promise<Drilling | undefined> {
  const inputs = await findInputs([path], io);
  const [input] = inputs;
  if (!input || inputs.length > 1) {
    io.error(`rubricate: a drill is of one answer, and ${path} stands for ${inputs.length}. Name one file.\n`);
    return undefined;
  }
  const workspaces = makeWorkspaces(readShippedPacks(installation.packs), io.cwd);
  const judged = judge(input, { workspaces, asked: {}, cwd: io.cwd });
  tellProblems(workspaces.problems, io);
  if (!judged.ok) {
    const { line, column } = judged.error;
    io.error(`${judged.path}${line === undefined ? '' : `:${line}:${column ?? 1}`} ${judged.error.message}\n`);
    return undefined;
  }
  const folder = input.kind === 'file' ? dirname(input.file) : io.cwd;
  const library: Library = workspaces.of(folder).library;
  const journal = findJournal(folder);
  const { progress, problems } = readJournal(journal);
  for (const { file, message } of problems) io.error(`${shownFrom(io.cwd, join(journal, file))}: ${message}\n`);
  const home = resolve(journal, relative(journalFolder, '.'));
  const file = input.kind === 'file' ? pathWithin(home, input.file) : undefined;
  return {
    path: judged.path,
    source: judged.source,
    reading: readDrills(judged.answer, judged.target, library),
    journal,
    file,
    raised: progress.drills.filter(({ raised }) => raised.file === file),
    troubled: problems.length > 0 || workspaces.problems.length > 0,
  };
}

/** The failures that are open: raised and not closed, or named by a comment of the text and never raised. */
function openOf({ raised, reading }: Drilling): readonly string[] {
  const recorded = new Set(raised.map((record) => record.raised.drill));
  const open = raised.filter(({ state }) => state === 'open').map((record) => record.raised.drill);
  return [...new Set([...open, ...drillsInText(reading.answer).filter((key) => !recorded.has(key))])];
}

async function raise(drilling: Drilling, flags: DrillFlags, printing: Printing): Promise<number> {
  const { io } = printing;
  const { reading, raised, path } = drilling;
  const open = openOf(drilling);
  const fitting = fittingDrills(reading);
  const again = flags.new ? undefined : fitting.find(({ key }) => open.includes(key));
  const seed = flags.seed ?? randomInt(2 ** 32);
  const found = again ?? chooseDrill(reading, { raised, seed });
  if (!found) {
    io.error(
      fitting.length === 0
        ? `rubricate: ${path} names nothing yet that a failure of its packs fits. Name the parts of the design, and what each is for.\n`
        : `rubricate: every failure that fits ${path} is open or answered by the text.\n`,
    );
    return exitCodes.trouble;
  }
  if (!again) record(drilling, found);
  await io.out(
    flags.format === 'json'
      ? `${JSON.stringify({ version: 1, file: path, ...dataOf(drilling, found), asks: found.drill.asks, inject: found.drill.inject, comment: drillComment(found) }, undefined, 2)}\n`
      : raisedText(
          {
            path,
            found,
            component: spanAt(drilling.source, found.component),
            sentence: quoteOf(drilling, found),
            isAgain: again !== undefined,
          },
          printing,
        ),
  );
  return exitCodes.reviewed;
}

function record({ reading, journal, file }: Drilling, { key, drill, sentence }: FittingDrill): void {
  if (file === undefined) return;
  const question = reading.target.question?.id;
  recordEvent(journal, {
    v: eventVersion,
    ...makeOccasions()(),
    kind: 'drill-raised',
    drill: key,
    title: drill.title,
    ...(question === undefined ? {} : { question }),
    file,
    sentence: reading.answer.slice(sentence.start, sentence.end).slice(0, 400).toWellFormed(),
  });
}

async function list(drilling: Drilling, flags: DrillFlags, printing: Printing): Promise<number> {
  const states = fittingDrills(drilling.reading).map((found) => ({ found, state: stateOf(drilling, found) }));
  await printing.io.out(
    flags.format === 'json'
      ? `${JSON.stringify({ version: 1, file: drilling.path, drills: states.map(({ found, state }) => ({ ...dataOf(drilling, found), state })) }, undefined, 2)}\n`
      : listText(
          states.map(({ found, state }) => ({
            found,
            state,
            line: spanAt(drilling.source, found.component).line,
            words: drilling.reading.answer.slice(found.component.start, found.component.end),
          })),
          drilling.path,
          printing,
        ),
  );
  return exitCodes.reviewed;
}

function stateOf(drilling: Drilling, found: FoundDrill): DrillState {
  if (openOf(drilling).includes(found.key)) return 'open';
  const last = drilling.raised.findLast((record) => record.raised.drill === found.key);
  if (last) return last.state;
  return checkDrill(drilling.reading, found).closed ? 'answered' : 'not raised';
}

async function check(drilling: Drilling, flags: DrillFlags, printing: Printing): Promise<number> {
  const { reading, source, path, raised, journal } = drilling;
  const checks = openOf(drilling).map((key) => {
    const found = reading.drills.find((one) => one.key === key);
    const result = found && checkDrill(reading, found);
    return {
      key,
      title: found?.drill.title ?? raised.findLast((one) => one.raised.drill === key)?.raised.title ?? key,
      told: result?.told !== undefined,
      closed: result?.closed === true,
      isKnown: found !== undefined,
      parts: (result?.parts ?? []).map(({ part, quote, shared }) => ({
        part,
        shared,
        quote: quote && spanAt(source, quote),
      })),
    };
  });
  for (const { key, closed, parts } of checks) {
    if (!closed) continue;
    for (const { raised: opened, state } of raised) {
      if (state !== 'open' || opened.drill !== key) continue;
      recordEvent(journal, {
        v: eventVersion,
        ...makeOccasions()(),
        kind: 'drill-closed',
        event: opened.id,
        quotes: parts.flatMap(({ part, quote }) =>
          quote ? [{ part, quote: quote.quote.slice(0, 1000).toWellFormed() }] : [],
        ),
      });
    }
  }
  await printing.io.out(
    flags.format === 'json'
      ? `${JSON.stringify({ version: 1, file: path, drills: checks.map(({ isKnown, told, ...one }) => one) }, undefined, 2)}\n`
      : checkText(checks, path, printing),
  );
  return checks.every(({ closed }) => closed) ? exitCodes.reviewed : exitCodes.belowSignal;
}

async function giveUp({ raised, path, journal }: Drilling, key: string, { io }: Printing): Promise<number> {
  const open = raised.filter((one) => one.state === 'open');
  const asked = open.filter((one) => one.raised.drill === key);
  if (asked.length === 0) {
    const known = open.map((one) => one.raised.drill).join(', ');
    io.error(
      `rubricate: "${key}" is not open in ${path}. ${known === '' ? 'No failure is.' : `Open there: ${known}.`}\n`,
    );
    return exitCodes.trouble;
  }
  for (const { raised: opened } of asked)
    recordEvent(journal, { v: eventVersion, ...makeOccasions()(), kind: 'drill-given-up', event: opened.id });
  await io.out(`Given up: ${asked[0]?.raised.title}. It stays in the history as such.\n`);
  return exitCodes.reviewed;
}

function quoteOf({ reading }: Drilling, { sentence }: FittingDrill): string {
  return reading.answer.slice(sentence.start, sentence.end);
}

function dataOf(drilling: Drilling, found: FittingDrill) {
  return {
    drill: found.key,
    title: found.drill.title,
    component: spanAt(drilling.source, found.component),
    sentence: quoteOf(drilling, found),
  };
}
