import { chanceOf } from './chance.ts';
import { numberIn, type Placed, type Transformer, timeIn, transformerOf } from './faults.ts';
import { kindSpecs } from './kinds.ts';
import type { Cut, Difficulty, Fault, FaultKind, Row, Table, Truth } from './model.ts';
import { through } from './stream.ts';
import { hour } from './world.ts';

/** What is known of a column after one reading. Memory does not grow with the rows. */
interface ColumnProfile {
  readonly name: string;
  filled: number;
  numbers: number;
  times: number;
  /** Up to a few more values than a cut may have, with how often each stands there. */
  readonly values: Map<string, number>;
}

/** What one reading of a table tells: enough to choose where faults can be. */
export interface TableProfile {
  readonly columns: readonly ColumnProfile[];
  rows: number;
  /** The first and the last moment of each column of times. */
  readonly spans: Map<string, { first: number; last: number }>;
}

/** A cut has at least two values and at most so many; more are names, not groups. */
const mostValues = 24;
const mostCuts = 4;

/** The profile of a table of which no row was read yet. */
export function profileOf(columns: readonly string[]): TableProfile {
  return {
    columns: columns.map((name) => ({ name, filled: 0, numbers: 0, times: 0, values: new Map() })),
    rows: 0,
    spans: new Map(),
  };
}

/** Adds a row to a profile. */
export function addToProfile(profile: TableProfile, row: Row): void {
  profile.rows += 1;
  for (const [at, column] of profile.columns.entries()) {
    const cell = row[at];
    if (cell === null || cell === undefined || cell === '') continue;
    column.filled += 1;
    if (numberIn(cell) !== undefined) column.numbers += 1;
    const time = timeIn(cell);
    if (time !== undefined) {
      column.times += 1;
      const span = profile.spans.get(column.name);
      if (!span) profile.spans.set(column.name, { first: time, last: time });
      else if (time < span.first) span.first = time;
      else if (time > span.last) span.last = time;
    }
    const known = column.values.get(String(cell));
    if (known !== undefined || column.values.size <= mostValues) column.values.set(String(cell), (known ?? 0) + 1);
  }
}

/** The kinds that a table of any make can have. */
export const injectableKinds = [
  ...(['null-spike', 'type-drift', 'unit-change', 'sign-change', 'meaning'] as const),
  ...(['duplicates', 'missing-sessions', 'sampling'] as const),
] satisfies readonly FaultKind[];

export interface InjectOptions {
  readonly seed: number;
  readonly difficulty: Difficulty;
  /** The file that the rows will stand in. */
  readonly data: string;
  /** The column by which windows run; the first that holds times unless it is named. */
  readonly time?: string;
  readonly faults?: readonly FaultKind[];
}

export type Injection = { readonly ok: true; readonly truth: Truth } | { readonly ok: false; readonly problem: string };

/** Chooses which faults a table of somebody gets, and where. */
export function drawInjection(profile: TableProfile, options: InjectOptions): Injection {
  const { seed, difficulty, data } = options;
  const chance = chanceOf(seed, 4);
  const isTime = ({ filled, times }: ColumnProfile): boolean => filled > 0 && times >= filled * 0.95;
  const time = profile.columns.find(options.time === undefined ? isTime : ({ name }) => name === options.time);
  const span = time && isTime(time) ? profile.spans.get(time.name) : undefined;
  if (!time || !span || span.last - span.first < 4 * hour)
    return {
      ok: false,
      problem: `No column holds times such as 2026-03-28T18:00:00Z over at least four hours. Name it with --time, or add one.`,
    };
  const groups = profile.columns.filter(
    (column) =>
      column !== time && column.numbers < column.filled && column.values.size >= 2 && column.values.size <= mostValues,
  );
  const cuts = groups.slice(0, mostCuts);
  const numbers = profile.columns.filter((column) => column.filled > 0 && column.numbers >= column.filled * 0.95);
  const table: Table = {
    columns: profile.columns.map(({ name }) => name),
    time: time.name,
    cuts: cuts.map(({ name }) => name),
  };
  const count = { easy: 1, medium: 2, hard: 3 }[difficulty];
  const wanted = options.faults?.length ? options.faults : chance.shuffled(injectableKinds);
  const faults: Fault[] = [];
  const used = new Set<string>([time.name]);
  for (const kind of wanted) {
    if (!options.faults?.length && faults.length >= count) break;
    const needsNumber = ['type-drift', 'unit-change', 'sign-change', 'meaning'].includes(kind);
    const ofRows = ['duplicates', 'missing-sessions', 'sampling'].includes(kind);
    const free = (needsNumber ? numbers : profile.columns).filter(({ name }) => !used.has(name));
    const field = ofRows
      ? profile.columns[0]
      : chance.shuffled(free.filter(({ name }) => !table.cuts.includes(name)))[0];
    const cohort =
      kind === 'duplicates'
        ? []
        : cohortOf(chance.shuffled(cuts.filter(({ name }) => !used.has(name) && name !== field?.name)));
    if (!field || cohort === undefined || (ofRows && faults.some((one) => one.field === field.name))) {
      if (options.faults?.length)
        return { ok: false, problem: `The table has no column left in which there could be ${kind}.` };
      continue;
    }
    if (!ofRows) used.add(field.name);
    for (const { column } of cohort) used.add(column);
    const length = span.last - span.first;
    const start = Math.ceil((span.first + (length * chance.int(35, 60)) / 100) / hour) * hour;
    faults.push({
      ...{ kind, field: field.name, start, cohort, seed: chance.int(1, 0x7ffffffe), cause: null },
      end: kind === 'duplicates' ? start + Math.max(hour, Math.round(length / 12 / hour) * hour) : null,
      size: kind === 'meaning' ? meanShift(field) : kindSpecs[kind].size(chance, difficulty),
    });
  }
  if (faults.length === 0)
    return {
      ok: false,
      problem: 'The table has no column in which a fault would show: it needs one of few values, and numbers.',
    };
  const lookups = { sessions: {}, tiers: {} };
  return { ok: true, truth: { version: 1, seed, difficulty, data, table, faults, herrings: [], lookups, given: [] } };
}

/** The commonest value of the first column of few values; undefined where there is none. */
function cohortOf([column]: readonly ColumnProfile[]): readonly Cut[] | undefined {
  const [most] = [...(column?.values ?? [])].sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1));
  return column && most ? [{ column: column.name, value: most[0] }] : undefined;
}

/** Half of the largest number that was kept, which nobody overlooks. */
function meanShift({ values }: ColumnProfile): number {
  const kept = [...values.keys()].flatMap((value) => numberIn(value) ?? []);
  return Math.max(1, Math.round(Math.max(...kept.map(Math.abs), 0) / 2));
}

/** Gives the rows that come out of each row; its order stays as it is. */
export function injectorOf({ table, faults, lookups }: Truth): (row: Row) => readonly Row[] {
  const transformers: readonly Transformer[] = faults.map((fault) => transformerOf(fault, table, lookups));
  const time = table.columns.indexOf(table.time);
  let key = 0;
  return (row) => {
    key += 1;
    const at = timeIn(row[time]);
    const placed: Placed = { row, at: at ?? 0 };
    return at === undefined ? [row] : through(transformers, placed, key).map((one) => one.row);
  };
}

/** What the candidate of an injected table reads first. */
export function injectedBrief({ seed, data, faults, table }: Truth): string {
  return `# Incident ${seed}

Something is wrong with ${data}: ${faults.length === 1 ? 'one fault was' : `${faults.length} faults were`} put into it. Rows are told apart by
${table.time}${table.cuts.length > 0 ? ` and by ${table.cuts.join(', ')}` : ''}.

Write into diagnosis.md what is wrong (which column, which rows, since when, how much), how you would contain and repair it,
and what stops the next one. The file you started from is untouched; do not compare with it until you are done.
`;
}
