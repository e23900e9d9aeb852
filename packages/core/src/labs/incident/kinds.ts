import type { Chance } from './chance.ts';
import type { Difficulty, FaultKind } from './model.ts';
import type { Column } from './world.ts';

/** How the cohort of a fault is drawn: the new release of a platform, a whole platform, a country, or everyone. */
export type CohortStyle = 'release' | 'platform' | 'country' | 'everyone';

/** What a kind of fault is in the generated dataset, as data. */
export interface KindSpec {
  readonly title: string;
  /** The columns in which it can be. Two faults of one incident never share one. */
  readonly fields: readonly Column[];
  /** Columns in which its traces would be mixed up with those of another fault. */
  readonly disturbs: readonly Column[];
  readonly cohort: CohortStyle;
  /** How long it lasts, in hours; undefined to the end of the data. */
  readonly hours?: readonly [low: number, high: number];
  size(chance: Chance, difficulty: Difficulty): number;
  /** What somebody at a dashboard says, with `{who}` for the part of it. Never the cause. */
  readonly symptom: string;
  readonly service: string;
  readonly who: string;
  /** How the change log tells the change that brought it. */
  readonly change: string;
  /** Where to look, from vague to near. */
  readonly hints: readonly [string, string];
}

const bySize =
  (easy: number, medium: number, hard: number) =>
  (chance: Chance, difficulty: Difficulty): number =>
    ({ easy, medium, hard })[difficulty] + chance.int(-4, 4) / 100;

/** Every kind of fault there is. */
export const kindSpecs: Readonly<Record<FaultKind, KindSpec>> = {
  'type-drift': {
    title: 'the type of a field changed',
    fields: ['dwell_ms'],
    disturbs: ['dwell_ms'],
    cohort: 'release',
    size: () => 1,
    symptom:
      'The average view time on the engagement page covers fewer and fewer Pins; {who} hardly count in it any more.',
    service: 'app',
    who: 'client team',
    change: 'view timer moved to the shared duration library',
    hints: ['Compare the values of each column between two versions of the app.', 'Look at how dwell_ms is written.'],
  },
  rename: {
    title: 'a field was renamed',
    fields: ['surface'],
    disturbs: ['surface'],
    cohort: 'release',
    size: () => 1,
    symptom: 'The report of saves by place in the app has a growing slice without a name.',
    service: 'app',
    who: 'client team',
    change: 'event names tidied after the naming guide',
    hints: [
      'Compare which columns are filled between two versions of the app.',
      'Look at surface, and at columns that came later.',
    ],
  },
  meaning: {
    title: 'the meaning of a field changed',
    fields: ['dwell_ms'],
    disturbs: ['dwell_ms'],
    cohort: 'release',
    size: (chance, difficulty) => ({ easy: 6000, medium: 4000, hard: 2400 })[difficulty] + chance.int(0, 400),
    symptom: 'People seem to look at each Pin much longer than before, and the ranking team asks whether to trust it.',
    service: 'app',
    who: 'client team',
    change: 'viewability: timing now begins when a Pin is requested',
    hints: [
      'Compare the averages of the numeric columns between two versions of the app.',
      'Look at the average of dwell_ms.',
    ],
  },
  'null-spike': {
    title: 'a field is suddenly empty',
    fields: ['session_id'],
    disturbs: ['session_id'],
    cohort: 'release',
    size: bySize(0.7, 0.5, 0.3),
    symptom: 'Fewer events than usual can be tied to a visit, so saves per visit look better than they are.',
    service: 'app',
    who: 'client team',
    change: 'session handling moved into a background worker',
    hints: ['Compare which columns are filled between two versions of the app.', 'Look at session_id.'],
  },
  'clock-skew': {
    title: 'a clock is wrong',
    fields: ['client_ts'],
    disturbs: ['client_ts', 'server_ts'],
    cohort: 'release',
    size: (chance, difficulty) => ({ easy: 150, medium: 95, hard: 38 })[difficulty] + chance.int(0, 12),
    symptom: 'The funnel from search to save has visits that end before they begin.',
    service: 'app',
    who: 'client team',
    change: 'timestamps come from the uptime counter, which saves battery',
    hints: ['Compare the two times of each row.', 'Look at client_ts against server_ts by version of the app.'],
  },
  'time-zone': {
    title: 'times are in another time zone',
    fields: ['client_ts'],
    disturbs: ['client_ts', 'server_ts'],
    cohort: 'country',
    size: () => 1,
    symptom: 'In one market the daily curve of activity has moved: the evening peak stands at the wrong time of day.',
    service: 'edge-gateway',
    who: 'platform team',
    change: 'regional gateway rolled out with the locale settings of its region',
    hints: ['Compare the two times of each row.', 'Look at client_ts against server_ts by country.'],
  },
  'late-events': {
    title: 'events arrive late and out of order',
    fields: ['server_ts'],
    disturbs: ['client_ts', 'server_ts'],
    cohort: 'platform',
    hours: [12, 24],
    size: (chance, difficulty) => ({ easy: 12, medium: 8, hard: 5 })[difficulty] + chance.int(0, 2),
    symptom:
      'One daily total was far too low when it was published and has been growing since; the next day looks too good.',
    service: 'upload-queue',
    who: 'platform team',
    change: 'upload batches held back while the device is on mobile data',
    hints: ['Compare the two times of each row.', 'Look at how long after client_ts the rows of each day arrived.'],
  },
  duplicates: {
    title: 'rows were written twice',
    fields: ['event_id'],
    disturbs: ['event_id'],
    cohort: 'everyone',
    hours: [6, 14],
    size: () => 2,
    symptom: 'Saves and clicks of one day do not fit the bill sent to advertisers: the events table has more of both.',
    service: 'ingest',
    who: 'on-call',
    change: 'consumer restarted from an earlier offset after a disk alarm',
    hints: ['Look for one thing that was told twice.', 'Group rows by everything but event_id and server_ts.'],
  },
  'stale-join': {
    title: 'a join used an old copy',
    fields: ['advertiser_tier'],
    disturbs: ['advertiser_tier'],
    cohort: 'everyone',
    hours: [120, 160],
    size: () => 1,
    symptom: 'Account managers say that some of their advertisers stand in the wrong line of the report by tier.',
    service: 'enrichment',
    who: 'data platform',
    change: 'nightly copy of the advertisers table skipped: the lock was held by a vacuum; job marked as successful',
    hints: [
      'Compare what was joined with the table that it was joined from.',
      'Look at advertiser_tier against advertisers.csv.',
    ],
  },
  'missing-sessions': {
    title: 'sessions of one version are missing',
    fields: ['session_id'],
    disturbs: ['session_id', 'event'],
    cohort: 'release',
    size: bySize(0.65, 0.45, 0.25),
    symptom: 'Daily visits are down, and nobody in support has heard of people who stay away.',
    service: 'app',
    who: 'client team',
    change: 'start-up made faster: logging begins once the first screen is drawn',
    hints: [
      'Compare with a count that does not come from the app.',
      'Look at server_sessions.csv against the sessions in the events.',
    ],
  },
  sampling: {
    title: 'only a sample is logged',
    fields: ['event'],
    disturbs: ['event'],
    cohort: 'platform',
    size: (_chance, difficulty) => ({ easy: 10, medium: 4, hard: 2 })[difficulty],
    symptom: 'The rate of saves per impression has jumped, and the growth team would like to take the credit.',
    service: 'ingest',
    who: 'platform team',
    change: 'cost guard switched on for the largest topic',
    hints: [
      'Count each kind of event by day.',
      'Look at pin_impression against the other events of the same platform.',
    ],
  },
  'unit-change': {
    title: 'a field is in another unit',
    fields: ['price_micros'],
    disturbs: ['price_micros'],
    cohort: 'country',
    size: (chance) => chance.pick([100, 1000]),
    symptom: 'Revenue from ads is down on the finance page, but the number of ads shown is not.',
    service: 'pricing',
    who: 'ads team',
    change: 'price feed of one market moved to the new billing service',
    hints: ['Compare the averages of the numeric columns between countries.', 'Look at price_micros by country.'],
  },
  'sign-change': {
    title: 'a field has the wrong sign',
    fields: ['price_micros'],
    disturbs: ['price_micros'],
    cohort: 'platform',
    size: () => -1,
    symptom: 'Revenue from ads is down on the finance page by more than any market is worth.',
    service: 'pricing',
    who: 'ads team',
    change: 'ledger entries are written from the point of view of the advertiser',
    hints: ['Look at the least and the greatest value of each numeric column.', 'Look at price_micros by platform.'],
  },
};
