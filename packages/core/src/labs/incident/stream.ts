import { byArrival, type SessionCounts, soundHours } from './events.ts';
import { type Placed, type Transformer, transformerOf } from './faults.ts';
import type { Lookups, Row, Table } from './model.ts';
import type { Scenario } from './scenario.ts';
import { eventTable, hour } from './world.ts';

/** The table of an incident: a renamed field brings a column of its own. */
export function tableOf(scenario: Scenario): Table {
  const later = scenario.faults.flatMap(({ to }) => to ?? []);
  return { ...eventTable, columns: [...eventTable.columns, ...later] };
}

/** What a measure of an incident needs beside its rows. */
export function lookupsOf(scenario: Scenario, sessions: SessionCounts): Lookups {
  return { tiers: scenario.tiers, sessions: Object.fromEntries([...sessions].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/**
 * The rows of an incident as they arrived, hour by hour, faults and all. Only rows of hours that are still to come are
 * held, so memory does not grow with their number. Once it ends, `sessions` holds what the servers counted.
 */
export function* incidentHours(scenario: Scenario, sessions: SessionCounts): Generator<readonly Row[]> {
  const table = tableOf(scenario);
  const lookups = lookupsOf(scenario, sessions);
  const transformers = scenario.faults.map((fault) => transformerOf(fault, table, lookups));
  const width = table.columns.length;
  const waiting = new Map<number, Placed[]>();
  let now = Math.floor(scenario.start / hour);
  let key = 0;
  for (const sound of soundHours(scenario, sessions)) {
    for (const { row, at } of sound) {
      key += 1;
      const whole = row.length === width ? row : [...row, ...new Array<null>(width - row.length).fill(null)];
      for (const placed of through(transformers, { row: whole, at }, key)) {
        const arrives = Math.max(now, Math.floor(placed.at / hour));
        const bucket = waiting.get(arrives);
        if (bucket) bucket.push(placed);
        else waiting.set(arrives, [placed]);
      }
    }
    yield arrived(waiting, now);
    now += 1;
  }
  for (const at of [...waiting.keys()].sort((a, b) => a - b)) yield arrived(waiting, at);
}

/** Sends a row through faults, each of which sees what those before it left. */
export function through(transformers: readonly Transformer[], placed: Placed, key: number): readonly Placed[] {
  let rows: readonly Placed[] = [placed];
  for (const transform of transformers) {
    const [only] = rows;
    rows = rows.length === 1 && only ? transform(only, key) : rows.flatMap((one) => transform(one, key));
  }
  return rows;
}

function arrived(waiting: Map<number, Placed[]>, at: number): readonly Row[] {
  const rows = (waiting.get(at) ?? []).sort(byArrival).map(({ row }) => row);
  waiting.delete(at);
  return rows;
}

/** A line of CSV as RFC 4180 has it. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\n`;
}

function csvCell(cell: string | number | null): string {
  if (cell === null) return '';
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A row as a line of JSON. A field that was renamed has one of its names only. */
export function jsonLine(table: Table, row: Row): string {
  const later = table.columns.slice(eventTable.columns.length);
  const entries = table.columns.flatMap((column, at): readonly (readonly [string, Row[number]])[] => {
    const value = row[at] ?? null;
    if (later.includes(column) && value === null) return [];
    if (value === null && later.some((one) => one.startsWith(`${column}_`) && row[table.columns.indexOf(one)] !== null))
      return [];
    return [[column, value]];
  });
  return `${JSON.stringify(Object.fromEntries(entries))}\n`;
}
