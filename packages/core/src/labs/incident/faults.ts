import { chosen, hashOf, mix } from './chance.ts';
import type { Cell, Cut, Fault, Lookups, Row, Table } from './model.ts';
import { hour, minute, stamp } from './world.ts';

/** A row with the moment at which it is written. */
export interface Placed {
  readonly row: Row;
  readonly at: number;
}

/** What a fault makes of a row: itself where it is not touched, no row where it is lost, two where it is written twice. */
export type Transformer = (placed: Placed, key: number) => readonly Placed[];

/** Where a column stands in a table. Throws where the table has no such column, which is a mistake of the caller. */
export function columnAt(table: Table, column: string): number {
  const at = table.columns.indexOf(column);
  if (at < 0) throw new RangeError(`The table has no column "${column}".`);
  return at;
}

/** Whether a row lies in all of these cuts. */
export function withinCuts(table: Table, cuts: readonly Cut[]): (row: Row) => boolean {
  const wanted = cuts.map(({ column, value }) => [columnAt(table, column), value] as const);
  return (row) => wanted.every(([at, value]) => String(row[at] ?? '') === value);
}

/** Whether a moment lies in the window of a fault. */
export function withinWindow({ start, end }: Fault, at: number): boolean {
  return at >= start && (end === null || at < end);
}

/** The tier that an advertiser had at a moment. */
export function tierAt(lookups: Lookups, advertiser: string, at: number): string {
  let tier = '';
  for (const [from, name] of lookups.tiers[advertiser] ?? []) if (from <= at) tier = name;
  return tier;
}

/** Makes the rows of a table wrong, as a fault has it. A key is a number of the row, the same in every run. */
export function transformerOf(fault: Fault, table: Table, lookups: Lookups): Transformer {
  const within = withinCuts(table, fault.cohort);
  const change = changeOf(fault, table, lookups);
  return (placed, key) =>
    withinWindow(fault, placed.at) && within(placed.row) ? change(placed, mix(fault.seed, key)) : [placed];
}

function changeOf(fault: Fault, table: Table, lookups: Lookups): (placed: Placed, key: number) => readonly Placed[] {
  const { kind, size, seed } = fault;
  // Faults of whole rows name the rows by the column of the event, which need not be there in a table of somebody.
  const at = table.columns.indexOf(fault.field);
  const put = (placed: Placed, value: Cell): readonly Placed[] => [{ ...placed, row: replaced(placed.row, at, value) }];
  const perNumber = (make: (value: number, key: number) => Cell) => (placed: Placed, key: number) => {
    const value = numberIn(placed.row[at]);
    return value === undefined ? [placed] : put(placed, make(value, key));
  };
  const perTime = (shift: (key: number) => number) => (placed: Placed, key: number) => {
    const time = timeIn(placed.row[at]);
    return time === undefined ? [placed] : put(placed, stamp(time + shift(key)));
  };
  switch (kind) {
    case 'null-spike':
      return (placed, key) => (chosen(seed, key, size) ? put(placed, null) : [placed]);
    case 'type-drift':
      return perNumber((value) => `${(value / 1000).toFixed(2)}s`);
    case 'meaning':
      return perNumber((value, key) => value + Math.round(size * (0.8 + (key % 400) / 1000)));
    case 'unit-change':
      return perNumber((value) => Math.round(value / size));
    case 'sign-change':
      return perNumber((value) => (value === 0 ? value : -value));
    case 'rename': {
      const to = columnAt(table, fault.to ?? '');
      return ({ row, at: when }) => [{ at: when, row: replaced(replaced(row, to, row[at] ?? null), at, null) }];
    }
    case 'clock-skew':
      // Around the size, by up to a quarter of it, so that no whole hour can be read out of it.
      return perTime((key) => Math.round(size * minute * (0.75 + (key % 500) / 1000)));
    case 'time-zone':
      return perTime(() => size * hour);
    case 'late-events':
      return (placed, key) => {
        if (key % 100 >= 85) return [placed];
        const late = placed.at + Math.round(size * hour * (0.5 + ((key >>> 8) % 1000) / 1000));
        return [{ at: late, row: replaced(placed.row, columnAt(table, table.time), stamp(late)) }];
      };
    case 'duplicates': {
      const time = columnAt(table, table.time);
      return (placed, key) => {
        const again = (fault.alsoAt ?? placed.at) + (key % (40 * minute));
        const id = `r${key.toString(16).padStart(8, '0')}`;
        const ided = at < 0 ? placed.row : replaced(placed.row, at, id);
        return [placed, { at: again, row: fault.alsoAt === undefined ? ided : replaced(ided, time, stamp(again)) }];
      };
    }
    case 'stale-join': {
      const advertiser = columnAt(table, 'advertiser_id');
      return (placed) => {
        const id = placed.row[advertiser];
        return id === null || id === undefined ? [placed] : put(placed, tierAt(lookups, String(id), fault.start));
      };
    }
    case 'missing-sessions':
      return (placed, key) => {
        const whole = at < 0 ? key : hashOf(String(placed.row[at] ?? ''));
        return chosen(seed, whole, size) ? [] : [placed];
      };
    case 'sampling':
      return (placed, key) => (chosen(seed, key, 1 / size) ? [placed] : []);
  }
}

function replaced(row: Row, at: number, value: Cell): Row {
  const next = [...row];
  next[at] = value;
  return next;
}

/** A number of a row; CSV holds it as text. */
export function numberIn(cell: Cell | undefined): number | undefined {
  if (typeof cell === 'number') return cell;
  if (typeof cell !== 'string' || !/^-?\d+(?:\.\d+)?$/.test(cell)) return undefined;
  return Number(cell);
}

/** A moment of a row, as ISO 8601 has it; without an offset it is taken as UTC. */
export function timeIn(cell: Cell | undefined): number | undefined {
  if (typeof cell !== 'string') return undefined;
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z|[+-]\d{2}:?\d{2})?)?$/.exec(cell);
  if (!match) return undefined;
  const zone = (match[3] ?? 'Z').replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
  const time = Date.parse(`${match[1]}T${match[2] ?? '00:00'}${zone}`);
  return Number.isNaN(time) ? undefined : time;
}
