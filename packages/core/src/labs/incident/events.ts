import { type Chance, chanceOf } from './chance.ts';
import { type Placed, tierAt } from './faults.ts';
import type { Cell, Herring, Lookups } from './model.ts';
import type { Release, Scenario } from './scenario.ts';
import {
  type Column,
  type Country,
  columns,
  countries,
  day,
  dayOf,
  daysCovered,
  hour,
  hourWeights,
  type Platform,
  platformShare,
  platforms,
  stamp,
  surfaces,
} from './world.ts';

/** About how many rows a session has; the share of each event below makes it so. */
const rowsPerSession = 6.9;
const weekdayWeights = [1.1, 1, 0.97, 0.96, 0.98, 1, 1.09];

/** Counts sessions as the servers see them, before anything goes wrong: `day|platform|version`. */
export type SessionCounts = Map<string, number>;

/** The rows that ought to be there, hour by hour; within an hour in no order. What is counted goes into `sessions`. */
export function* soundHours(scenario: Scenario, sessions: SessionCounts): Generator<readonly Placed[]> {
  const chance = chanceOf(scenario.seed, 2);
  const lookups = { sessions: {}, tiers: scenario.tiers };
  const perDay = scenario.rows / rowsPerSession / daysCovered;
  const weights =
    countries.reduce((sum, { weight }) => sum + weight, 0) * hourWeights.reduce((sum, one) => sum + one, 0);
  let number = 0;
  for (let at = scenario.start; at < scenario.start + daysCovered * day; at += hour) {
    const rows: Placed[] = [];
    for (const country of countries) {
      const local = (((at / hour + country.ahead) % 24) + 24) % 24;
      const weekday = weekdayWeights[new Date(at).getUTCDay()] ?? 1;
      const expected = (perDay * weekday * country.weight * (hourWeights[local] ?? 0)) / weights;
      // A whole number on average as large as what is expected.
      const visits = Math.floor(expected * 2) + (chance.happens((expected * 2) % 1) ? 1 : 0);
      for (let visit = 0; visit < visits; visit++) {
        const begin = at + chance.int(0, hour - 1);
        const who = visitor(chance, country, begin, scenario.releases);
        if (!chance.happens(0.5 * liveliness(scenario.herrings, who, begin))) continue;
        const key = `${dayOf(begin)}|${who.platform}|${who.version}`;
        sessions.set(key, (sessions.get(key) ?? 0) + 1);
        number += 1;
        rows.push(...visitRows(chance, { ...who, begin, number, lookups }));
      }
    }
    yield rows;
  }
}

interface Visitor {
  readonly country: Country;
  readonly platform: Platform;
  readonly version: string;
}

function visitor(chance: Chance, country: Country, at: number, releases: readonly Release[]): Visitor {
  const draw = chance.int(1, 100);
  let sum = 0;
  const platform = platforms.find((one) => {
    sum += platformShare[one];
    return draw <= sum;
  });
  const release = releases.find((one) => one.platform === (platform ?? 'web')) as Release;
  // Nobody has it before its hour; then a third has it at once, and more every day.
  const days = (at - release.at) / day;
  const share = days < 0 ? 0 : Math.min(0.9, 0.35 + 0.2 * days);
  return { country, platform: release.platform, version: chance.happens(share) ? release.version : release.before };
}

/** By how much what goes on outside multiplies the visits of somebody. */
function liveliness(herrings: readonly Herring[], who: Visitor, at: number): number {
  let factor = 1;
  for (const herring of herrings) {
    if (at < herring.start || (herring.end !== null && at >= herring.end)) continue;
    const values = [who.country.code, who.platform, who.version] as const;
    if (herring.cohort.every(({ value }) => values.some((own) => own === value))) factor *= herring.factor;
  }
  return factor;
}

interface Visit extends Visitor {
  readonly begin: number;
  readonly number: number;
  readonly lookups: Lookups;
}

function visitRows(chance: Chance, { country, platform, version, begin, number, lookups }: Visit): readonly Placed[] {
  const rows: Placed[] = [];
  const session = `s${number.toString(36).padStart(6, '0')}`;
  const user = `u${chance.int(1, 40_000).toString(36).padStart(4, '0')}`;
  let at = begin;
  const write = (event: string, own: Partial<Record<Column, Cell>> = {}): void => {
    const arrives = at + chance.int(120, 3800);
    const values: Partial<Record<Column, Cell>> = {
      ...{ event_id: `e${number.toString(36).padStart(6, '0')}${rows.length.toString(36).padStart(2, '0')}`, event },
      ...{ client_ts: stamp(at), server_ts: stamp(arrives), session_id: session, user_id: user, platform },
      ...{ app_version: version, country: country.code },
      ...own,
    };
    rows.push({ at: arrives, row: columns.map((column) => values[column] ?? null) });
  };
  write('session_start');
  const seen = chance.int(1, 8);
  for (let index = 0; index < seen; index++) {
    at += chance.int(2, 40) * 1000;
    const surface = chance.pick(surfaces);
    // Three draws multiplied: most looks are short, a few long.
    const dwell = 300 + Math.round((chance.int(0, 1000) * chance.int(0, 1000) * chance.int(0, 1000)) / 90_000);
    write('pin_impression', { surface, dwell_ms: dwell });
    if (chance.happens(0.12)) write('pin_save', { surface });
    if (chance.happens(0.18)) {
      const advertiser = `adv${String(chance.int(1, 40)).padStart(3, '0')}`;
      const ad = { surface, advertiser_id: advertiser, advertiser_tier: tierAt(lookups, advertiser, at) };
      write('ad_impression', { ...ad, price_micros: chance.int(900, 5200) });
      if (chance.happens(0.06)) write('ad_click', { ...ad, price_micros: chance.int(140_000, 620_000) });
    }
  }
  return rows;
}

/** Rows of a table as the servers sort them. */
export function byArrival(a: Placed, b: Placed): number {
  return a.at - b.at || (String(a.row[0]) < String(b.row[0]) ? -1 : 1);
}
