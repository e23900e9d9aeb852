import type { Chance } from './chance.ts';
import type { Difficulty, FaultKind } from './model.ts';
import type { Column } from './world.ts';

/** How the cohort of a fault is drawn: the new release of a platform, a whole platform, a country, or everyone. */
export type CohortStyle = 'release' | 'platform' | 'country' | 'everyone';

/** What a kind of fault is in the generated dataset, as data. */
export interface KindSpec {
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
}

const bySize =
  (easy: number, medium: number, hard: number) =>
  (chance: Chance, difficulty: Difficulty): number =>
    ({ easy, medium, hard })[difficulty] + chance.int(-4, 4) / 100;

/** Every kind of fault there is. */
export const kindSpecs: Readonly<Record<FaultKind, KindSpec>> = {
  'type-drift': {
    fields: ['dwell_ms'],
    disturbs: ['dwell_ms'],
    cohort: 'release',
    size: () => 1,
    symptom:
      'The average view time on the engagement page covers fewer and fewer Pins; {who} hardly count in it any more.',
    service: 'app',
    who: 'client team',
    change: 'view timer moved to the shared duration library',
  },
  rename: {
    fields: ['surface'],
    disturbs: ['surface'],
    cohort: 'release',
    size: () => 1,
    symptom: 'The report of saves by place in the app has a growing slice without a name.',
    service: 'app',
    who: 'client team',
    change: 'event names tidied after the naming guide',
  },
  meaning: {
    fields: ['dwell_ms'],
    disturbs: ['dwell_ms'],
    cohort: 'release',
    size: (chance, difficulty) => ({ easy: 6000, medium: 4000, hard: 2400 })[difficulty] + chance.int(0, 400),
    symptom: 'People seem to look at each Pin much longer than before, and the ranking team asks whether to trust it.',
    service: 'app',
    who: 'client team',
    change: 'viewability: timing now begins when a Pin is requested',
  },
  'null-spike': {
    fields: ['session_id'],
    disturbs: ['session_id'],
    cohort: 'release',
    size: bySize(0.7, 0.5, 0.3),
    symptom: 'Fewer events than usual can be tied to a visit, so saves per visit look better than they are.',
    service: 'app',
    who: 'client team',
    change: 'session handling moved into a background worker',
  },
  'clock-skew': {
    fields: ['client_ts'],
    disturbs: ['client_ts', 'server_ts'],
    cohort: 'release',
    size: (chance, difficulty) => ({ easy: 150, medium: 95, hard: 38 })[difficulty] + chance.int(0, 12),
    symptom: 'The funnel from search to save has visits that end before they begin.',
    service: 'app',
    who: 'client team',
    change: 'timestamps come from the uptime counter, which saves battery',
  },
  'time-zone': {
    fields: ['client_ts'],
    disturbs: ['client_ts', 'server_ts'],
    cohort: 'country',
    size: () => 1,
    symptom: 'In one market the daily curve of activity has moved: the evening peak stands at the wrong time of day.',
    service: 'edge-gateway',
    who: 'platform team',
    change: 'regional gateway rolled out with the locale settings of its region',
  },
  'late-events': {
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
  },
  duplicates: {
    fields: ['event_id'],
    disturbs: ['event_id'],
    cohort: 'everyone',
    hours: [6, 14],
    size: () => 2,
    symptom: 'Saves and clicks of one day do not fit the bill sent to advertisers: the events table has more of both.',
    service: 'ingest',
    who: 'on-call',
    change: 'consumer restarted from an earlier offset after a disk alarm',
  },
  'stale-join': {
    fields: ['advertiser_tier'],
    disturbs: ['advertiser_tier'],
    cohort: 'everyone',
    hours: [120, 160],
    size: () => 1,
    symptom: 'Account managers say that some of their advertisers stand in the wrong line of the report by tier.',
    service: 'enrichment',
    who: 'data platform',
    change: 'nightly copy of the advertisers table skipped: the lock was held by a vacuum; job marked as successful',
  },
  'missing-sessions': {
    fields: ['session_id'],
    disturbs: ['session_id', 'event'],
    cohort: 'release',
    size: bySize(0.65, 0.45, 0.25),
    symptom: 'Daily visits are down, and nobody in support has heard of people who stay away.',
    service: 'app',
    who: 'client team',
    change: 'start-up made faster: logging begins once the first screen is drawn',
  },
  sampling: {
    fields: ['event'],
    disturbs: ['event'],
    cohort: 'platform',
    size: (_chance, difficulty) => ({ easy: 10, medium: 4, hard: 2 })[difficulty],
    symptom: 'The rate of saves per impression has jumped, and the growth team would like to take the credit.',
    service: 'ingest',
    who: 'platform team',
    change: 'cost guard switched on for the largest topic',
  },
  'unit-change': {
    fields: ['price_micros'],
    disturbs: ['price_micros'],
    cohort: 'country',
    size: (chance) => chance.pick([100, 1000]),
    symptom: 'Revenue from ads is down on the finance page, but the number of ads shown is not.',
    service: 'pricing',
    who: 'ads team',
    change: 'price feed of one market moved to the new billing service',
  },
  'sign-change': {
    fields: ['price_micros'],
    disturbs: ['price_micros'],
    cohort: 'platform',
    size: () => -1,
    symptom: 'Revenue from ads is down on the finance page by more than any market is worth.',
    service: 'pricing',
    who: 'ads team',
    change: 'ledger entries are written from the point of view of the advertiser',
  },
};
