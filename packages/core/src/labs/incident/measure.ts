import { hashOf } from './chance.ts';
import { columnAt, numberIn, tierAt, timeIn, withinCuts, withinWindow } from './faults.ts';
import type { Cut, Fault, Lookups, Row, Table, Truth } from './model.ts';
import { day, dayOf, hour, minute } from './world.ts';

/** What one row adds to the measure of a fault. */
interface Reading {
  readonly hit: boolean;
  readonly value: number;
}

/** Rows that share an hour, the window and the cuts, added up. */
interface Bin {
  readonly at: number;
  readonly day: string;
  readonly inWindow: boolean;
  /** In the order of the table's cuts. */
  readonly values: readonly string[];
  rows: number;
  hits: number;
  /** Of the values of the rows that were hit, and of all. */
  hitSum: number;
  sum: number;
}

/** The rows to count: a value of each named column, and days; what is not named is not asked. */
export interface Filter {
  readonly cuts: readonly Cut[];
  readonly days: readonly string[];
  /** From one moment, to the hour, and before another. */
  readonly from?: number;
  readonly to?: number;
}

export interface Counted {
  readonly rows: number;
  readonly hits: number;
  readonly hitSum: number;
  readonly sum: number;
  readonly days: number;
}

/** The data of an incident as one fault sees them, added up while they stream by. */
export interface Measure {
  readonly fault: Fault;
  add(row: Row): void;
  count(filter: Filter, inWindow: boolean | undefined): Counted;
  /** The values that the cuts of the table have in the data. */
  values(): readonly Cut[];
  /** When the first row arrived that shows it; undefined where none does. */
  firstShown(): number | undefined;
}

/** A measure for every fault. Memory grows with the hours and the values of the cuts, not with the rows. */
export function measuresOf(truth: Truth): readonly Measure[] {
  return truth.faults.map((fault) => measureOf(fault, truth.table, truth.lookups));
}

function measureOf(fault: Fault, table: Table, lookups: Lookups): Measure {
  const bins = new Map<string, Bin>();
  const read = readerOf(fault, table, lookups);
  const happened = fault.kind === 'duplicates' || fault.kind === 'late-events';
  const time = columnAt(table, (happened ? table.happened : undefined) ?? table.time);
  const cuts = table.cuts.map((column) => columnAt(table, column));
  const touched = withinCuts(table, fault.cohort);
  // In a mean nobody sees a single row; and what is missing shows by what is left.
  const showsByHit = !['meaning', 'unit-change', 'missing-sessions', 'sampling'].includes(fault.kind);
  let first: number | undefined;
  return {
    fault,
    firstShown: () => first,
    add(row) {
      const at = timeIn(row[time]);
      if (at === undefined) return;
      const reading = read(row, at);
      if (!reading) return;
      const inWindow = withinWindow(fault, at);
      const values = cuts.map((cut) => String(row[cut] ?? ''));
      const key = `${Math.floor(at / hour)}|${inWindow}|${values.join('|')}`;
      let bin = bins.get(key);
      if (!bin) {
        bin = {
          at: Math.floor(at / hour) * hour,
          day: dayOf(at),
          inWindow,
          values,
          rows: 0,
          hits: 0,
          hitSum: 0,
          sum: 0,
        };
        bins.set(key, bin);
      }
      if (inWindow && (first === undefined || at < first) && (reading.hit || !showsByHit) && touched(row)) first = at;
      bin.rows += 1;
      bin.sum += reading.value;
      if (!reading.hit) return;
      bin.hits += 1;
      bin.hitSum += reading.value;
    },
    values() {
      const known = table.cuts.map(() => new Set<string>());
      for (const bin of bins.values()) for (const [at, value] of bin.values.entries()) known[at]?.add(value);
      return table.cuts.flatMap((column, at) =>
        [...(known[at] ?? [])].filter((value) => value !== '').map((value) => ({ column, value })),
      );
    },
    count({ cuts: wanted, days, from = 0, to = Number.POSITIVE_INFINITY }, inWindow) {
      const counted = { rows: 0, hits: 0, hitSum: 0, sum: 0 };
      const seen = new Set<string>();
      for (const bin of bins.values()) {
        if (inWindow !== undefined && bin.inWindow !== inWindow) continue;
        if (bin.at + hour <= from || bin.at >= to) continue;
        if (days.length > 0 && !days.includes(bin.day)) continue;
        if (!fits(bin, table, wanted)) continue;
        seen.add(bin.day);
        counted.rows += bin.rows;
        counted.hits += bin.hits;
        counted.hitSum += bin.hitSum;
        counted.sum += bin.sum;
      }
      return { ...counted, days: seen.size };
    },
  };
}

/** Several values of one column mean any of them; columns that no bin tells apart are not asked. */
function fits(bin: Bin, table: Table, cuts: readonly Cut[]): boolean {
  return table.cuts.every((column, at) => {
    const wanted = cuts.filter((cut) => cut.column === column);
    return wanted.length === 0 || wanted.some(({ value }) => value === bin.values[at]);
  });
}

function readerOf(fault: Fault, table: Table, lookups: Lookups): (row: Row, at: number) => Reading | undefined {
  const field = table.columns.indexOf(fault.field);
  const empty = (cell: Row[number] | undefined): boolean => cell === null || cell === undefined || cell === '';
  switch (fault.kind) {
    case 'null-spike':
      return (row) => ({ hit: empty(row[field]), value: 0 });
    case 'type-drift':
      return (row) => (empty(row[field]) ? undefined : { hit: numberIn(row[field]) === undefined, value: 0 });
    case 'rename': {
      const to = columnAt(table, fault.to ?? '');
      return (row) => (empty(row[field]) && empty(row[to]) ? undefined : { hit: empty(row[field]), value: 0 });
    }
    case 'meaning':
    case 'unit-change':
    case 'sign-change':
      return (row) => {
        const value = numberIn(row[field]);
        return value === undefined ? undefined : { hit: value < 0, value };
      };
    case 'clock-skew':
    case 'time-zone':
    case 'late-events': {
      const [arrived, happened] = [columnAt(table, table.time), columnAt(table, table.happened ?? table.time)];
      const limit = fault.kind === 'late-events' ? 60 : 5;
      return (row) => {
        const [server, client] = [timeIn(row[arrived]), timeIn(row[happened])];
        if (server === undefined || client === undefined) return undefined;
        const value = Math.abs(server - client) / minute;
        return { hit: value > limit, value };
      };
    }
    case 'duplicates': {
      const apart = [field, columnAt(table, table.time)];
      const seen = new Set<number>();
      return (row, at) => {
        if (at < fault.start - day || (fault.end !== null && at >= fault.end + day)) return { hit: false, value: 0 };
        const text = row.map((cell, index) => (apart.includes(index) ? '' : String(cell ?? ''))).join('\u0000');
        // Two hashes of different beginnings make a number of 53 bits: a chance meeting is out of question.
        const key = hashOf(text) * 0x200000 + (hashOf(`\u0001${text}`) & 0x1fffff);
        const hit = seen.has(key);
        seen.add(key);
        return { hit, value: 0 };
      };
    }
    case 'stale-join': {
      const advertiser = columnAt(table, 'advertiser_id');
      return (row, at) => {
        const id = row[advertiser];
        if (empty(id)) return undefined;
        return { hit: String(row[field] ?? '') !== tierAt(lookups, String(id), at), value: 0 };
      };
    }
    case 'missing-sessions':
    case 'sampling': {
      const event = table.columns.indexOf('event');
      if (fault.kind === 'missing-sessions' && event >= 0)
        return (row) => (row[event] === 'session_start' ? { hit: true, value: 0 } : undefined);
      // The rows that thinned out against the others of their kind: the last cut says which they are.
      const last = withinCuts(table, fault.cohort.slice(-1));
      return (row) => ({ hit: last(row), value: 0 });
    }
  }
}

/** The sessions that the servers counted, for these rows and in this window. Bins of a day are whole days. */
export function expectedSessions(truth: Truth, fault: Fault, { cuts, days }: Filter): number {
  const [platform, version] = ['platform', 'app_version'].map((column) =>
    cuts.filter((cut) => cut.column === column).map(({ value }) => value),
  );
  let expected = 0;
  for (const [key, count] of Object.entries(truth.lookups.sessions)) {
    const [on = '', of = '', at = ''] = key.split('|');
    if (days.length > 0 ? !days.includes(on) : on < dayOf(fault.start)) continue;
    if (platform?.length && !platform.includes(of)) continue;
    if (version?.length && !version.includes(at)) continue;
    expected += count;
  }
  return expected;
}
