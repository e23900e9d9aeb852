import type { Table } from './model.ts';

// The product whose log is written: an app in which people save pictures to boards. It exists nowhere.

export const hour = 3_600_000;
export const day = 24 * hour;
export const minute = 60_000;
/** How many days a dataset covers. */
export const daysCovered = 14;

export const columns = [
  ...(['event_id', 'event', 'client_ts', 'server_ts', 'session_id', 'user_id', 'platform', 'app_version'] as const),
  ...(['country', 'surface', 'dwell_ms', 'advertiser_id', 'advertiser_tier', 'price_micros'] as const),
] as const;
export type Column = (typeof columns)[number];

export const eventTable: Table = {
  columns,
  time: 'server_ts',
  happened: 'client_ts',
  cuts: ['platform', 'app_version', 'country'],
};

/** What a row of a column holds, for the dictionary. */
export const columnNotes: Readonly<Record<Column, string>> = {
  event_id: 'text: one id for each row, given when the row is written',
  event: 'text: `session_start`, `pin_impression`, `pin_save`, `ad_impression` or `ad_click`',
  client_ts: 'time in UTC: when it happened, by the clock of the device',
  server_ts: 'time in UTC: when the row arrived',
  session_id: 'text: one visit of one person',
  user_id: 'text: a person, the same over all visits',
  platform: 'text: `ios`, `android` or `web`',
  app_version: 'text: the version of the app, or the build of the site',
  country: 'text: two letters, where the person is at home',
  surface: 'text: where in the app: `home`, `search`, `related` or `board`',
  dwell_ms: 'whole number: how long a Pin was in view, in milliseconds; `pin_impression` only',
  advertiser_id: 'text: who pays; `ad_impression` and `ad_click` only',
  advertiser_tier: 'text: the tier of the advertiser at that time, joined from advertisers.csv; events of ads only',
  price_micros: 'whole number: what the event earned, in millionths of a US dollar; events of ads only',
};

export const platforms = ['ios', 'android', 'web'] as const;
export type Platform = (typeof platforms)[number];

/** Of a hundred sessions. */
export const platformShare: Readonly<Record<Platform, number>> = { ios: 38, android: 40, web: 22 };

export interface Country {
  readonly code: string;
  readonly name: string;
  readonly weight: number;
  /** Hours ahead of UTC, for the course of its day. */
  readonly ahead: number;
}

export const countries: readonly Country[] = [
  { code: 'US', name: 'United States', weight: 34, ahead: -6 },
  { code: 'BR', name: 'Brazil', weight: 14, ahead: -3 },
  { code: 'DE', name: 'Germany', weight: 13, ahead: 1 },
  { code: 'FR', name: 'France', weight: 10, ahead: 1 },
  { code: 'GB', name: 'United Kingdom', weight: 9, ahead: 0 },
  { code: 'JP', name: 'Japan', weight: 9, ahead: 9 },
  { code: 'IN', name: 'India', weight: 7, ahead: 5 },
  { code: 'MX', name: 'Mexico', weight: 4, ahead: -6 },
];

/** How busy each hour of a local day is. */
export const hourWeights: readonly number[] = [
  ...[3, 2, 1, 1, 1, 2, 4, 6, 7, 7, 6, 6],
  ...[7, 7, 6, 6, 7, 8, 9, 11, 12, 12, 9, 6],
];

export const surfaces = ['home', 'home', 'home', 'search', 'search', 'related', 'board'] as const;

/** A moment as the files write it. */
export function stamp(at: number): string {
  return new Date(at).toISOString();
}

/** A moment to the minute, to be read. */
export function readable(at: number): string {
  return `${stamp(at).slice(0, 16).replace('T', ' ')} UTC`;
}

/** The day of a moment in UTC. */
export function dayOf(at: number): string {
  return stamp(at).slice(0, 10);
}
