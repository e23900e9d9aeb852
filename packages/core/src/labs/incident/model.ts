/** A value of a table: what a CSV shows as empty is null. */
export type Cell = string | number | null;
/** A row, in the order of the table's columns. */
export type Row = readonly Cell[];

export const faultKinds = [
  ...(['type-drift', 'rename', 'meaning', 'null-spike', 'clock-skew', 'time-zone', 'late-events'] as const),
  ...(['duplicates', 'stale-join', 'missing-sessions', 'sampling', 'unit-change', 'sign-change'] as const),
] as const;
export type FaultKind = (typeof faultKinds)[number];

export const difficulties = ['easy', 'medium', 'hard'] as const;
export type Difficulty = (typeof difficulties)[number];

/** One value of one column, by which rows are told apart. */
export interface Cut {
  readonly column: string;
  readonly value: string;
}

/** An entry of the deploy and pipeline log. */
export interface LogEntry {
  readonly id: string;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  readonly service: string;
  readonly who: string;
  readonly change: string;
}

/** What is wrong with the data, and why. */
export interface Fault {
  readonly kind: FaultKind;
  /** The column in which it shows. */
  readonly field: string;
  /** The window by the time column, from `start` and before `end`; null lasts until the data end. */
  readonly start: number;
  readonly end: number | null;
  /** Another moment at which one may rightly say it began: that of the second write of a replay. */
  readonly alsoAt?: number;
  /** All of these hold for the rows that it can touch. */
  readonly cohort: readonly Cut[];
  /** The entry of the log that brought it; null where there is no log. */
  readonly cause: LogEntry | null;
  /** A share of 1, minutes, hours or a factor, as the kind has it. */
  readonly size: number;
  /** Decides which rows are hit where not all are. */
  readonly seed: number;
  /** The column that a renamed field moves to. */
  readonly to?: string;
}

export const herringKinds = ['deploy', 'holiday', 'bot-filter', 'marketing'] as const;
export type HerringKind = (typeof herringKinds)[number];

/** Something that looks like a cause and is none. */
export interface Herring {
  readonly kind: HerringKind;
  readonly entry: LogEntry;
  readonly start: number;
  readonly end: number | null;
  readonly cohort: readonly Cut[];
  /** By how much it multiplies the sessions of its cohort; 1 where it changes nothing. */
  readonly factor: number;
}

/** How a table is read: which of its columns do what. */
export interface Table {
  readonly columns: readonly string[];
  /** When a row arrived; windows run by it. */
  readonly time: string;
  /** When a row says it happened; undefined where the table has one time only. */
  readonly happened?: string;
  /** Columns of few values, by which a figure may be cut. */
  readonly cuts: readonly string[];
}

/** What a measure needs beside the rows. */
export interface Lookups {
  /** The sessions that the servers counted: `day|platform|version` to a number. */
  readonly sessions: Readonly<Record<string, number>>;
  /** The tiers of an advertiser with the time from which each holds, the earliest first. */
  readonly tiers: Readonly<Record<string, readonly (readonly [from: number, tier: string])[]>>;
}

/** What an incident holds and its candidate has to find. */
export interface Truth {
  readonly version: 1;
  readonly seed: number;
  readonly difficulty: Difficulty;
  /** The file with the rows, beside the truth. */
  readonly data: string;
  readonly table: Table;
  readonly faults: readonly Fault[];
  readonly herrings: readonly Herring[];
  readonly lookups: Lookups;
  /** Texts that came with the incident: repeating them finds nothing. */
  readonly given: readonly string[];
}
