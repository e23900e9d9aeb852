import { type Chance, chanceOf } from './chance.ts';
import { kindSpecs } from './kinds.ts';
import {
  type Cut,
  type Difficulty,
  type Fault,
  type FaultKind,
  faultKinds,
  type Herring,
  type HerringKind,
  herringKinds,
  type LogEntry,
  type Lookups,
} from './model.ts';
import {
  type Column,
  type Country,
  countries,
  day,
  daysCovered,
  hour,
  minute,
  type Platform,
  platforms,
} from './world.ts';

/** A release of the app: from when on people get it. */
export interface Release {
  readonly platform: Platform;
  readonly before: string;
  readonly version: string;
  readonly at: number;
}

/** Everything that was drawn before the first row. */
export interface Scenario {
  readonly seed: number;
  readonly difficulty: Difficulty;
  /** Roughly how many rows. */
  readonly rows: number;
  readonly start: number;
  readonly releases: readonly Release[];
  readonly faults: readonly Fault[];
  readonly herrings: readonly Herring[];
  /** The deploy and pipeline log, in order. */
  readonly log: readonly LogEntry[];
  readonly tiers: Lookups['tiers'];
}

export interface ScenarioOptions {
  readonly seed: number;
  readonly difficulty: Difficulty;
  readonly rows: number;
  /** The kinds of fault wanted; drawn where none is named. */
  readonly faults?: readonly FaultKind[];
}

/** Two kinds of fault that cannot be told apart in one incident. */
export interface FaultClash {
  readonly first: FaultKind;
  readonly second: FaultKind;
  readonly column: Column;
}

const counts: Readonly<Record<Difficulty, { readonly faults: number; readonly herrings: number }>> = {
  easy: { faults: 1, herrings: 1 },
  medium: { faults: 2, herrings: 2 },
  hard: { faults: 3, herrings: 4 },
};

const firstMonday = Date.UTC(2026, 0, 5);

/** The first two kinds that disturb the same column; undefined where all go together. */
export function clashOf(kinds: readonly FaultKind[]): FaultClash | undefined {
  for (const [index, first] of kinds.entries()) {
    for (const second of kinds.slice(index + 1)) {
      const column = kindSpecs[first].disturbs.find((one) => kindSpecs[second].disturbs.includes(one));
      if (column) return { first, second, column };
    }
  }
  return undefined;
}

/** Draws an incident. The same options give the same one. */
export function drawScenario({ seed, difficulty, rows, faults: wanted }: ScenarioOptions): Scenario {
  const chance = chanceOf(seed, 1);
  const start = firstMonday + chance.int(0, 40) * 7 * day;
  const versions: Readonly<Record<Platform, readonly [string, string]>> = {
    ios: ['8.14.0', '8.15.0'],
    android: ['8.14.2', '8.15.1'],
    web: ['2026.08', '2026.09'],
  };
  const releases = platforms.map((platform) => ({
    platform,
    before: versions[platform][0],
    version: versions[platform][1],
    at: start + chance.int(4, 7) * day + chance.int(7, 15) * hour,
  }));
  const kinds = wanted?.length ? wanted : drawKinds(chance, counts[difficulty].faults);
  const nextId = idsFrom(chance);
  const tiers = drawTiers(chanceOf(seed, 3), start);
  // Each platform and country is used once, so that two faults never hide behind one cohort.
  const free = { platforms: [...chance.shuffled(platforms)], countries: [...chance.shuffled(countries.slice(0, 6))] };
  const faults = kinds.map((kind) => drawFault(kind, { chance, difficulty, start, releases, free, nextId, tiers }));
  const herrings = chance
    .shuffled(herringKinds)
    .slice(0, counts[difficulty].herrings)
    .map((kind) => drawHerring(kind, { chance, start, faults, free, nextId }));
  const log = [
    ...releases
      // A release that brings a fault tells of itself in its own words.
      .filter(
        ({ platform, at }) => !faults.some(({ cause }) => cause?.at === at && cause.service === `${platform}-app`),
      )
      .map(
        ({ platform, version, at }): LogEntry => ({
          ...{ id: nextId(), at, service: `${platform}-app`, who: 'client team' },
          change: `${version} begins to roll out: translations, smaller images`,
        }),
      ),
    ...faults.flatMap(({ cause }) => cause ?? []),
    ...herrings.map(({ entry }) => entry),
    ...ordinary(chance, start, nextId),
  ].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return { seed, difficulty, rows, start, releases, faults, herrings, log, tiers };
}

function drawKinds(chance: Chance, count: number): readonly FaultKind[] {
  const chosen: FaultKind[] = [];
  for (const kind of chance.shuffled(faultKinds))
    if (chosen.length < count && !clashOf([...chosen, kind])) chosen.push(kind);
  return chosen;
}

function idsFrom(chance: Chance): () => string {
  const taken = new Set<number>();
  return () => {
    let number = chance.int(1000, 1999);
    while (taken.has(number)) number = number === 1999 ? 1000 : number + 1;
    taken.add(number);
    return `D-${number}`;
  };
}

interface Drawing {
  readonly chance: Chance;
  readonly start: number;
  readonly nextId: () => string;
}

interface FaultDrawing extends Drawing {
  readonly tiers: Lookups['tiers'];
  readonly difficulty: Difficulty;
  readonly releases: readonly Release[];
  readonly free: {
    readonly platforms: Platform[];
    readonly countries: Country[];
  };
}

function drawFault(kind: FaultKind, { chance, difficulty, start, releases, free, nextId, tiers }: FaultDrawing): Fault {
  const spec = kindSpecs[kind];
  const field = chance.pick(spec.fields);
  // Where more faults are asked for than there are platforms, one is used again.
  const platform =
    spec.cohort === 'release' || spec.cohort === 'platform' ? (free.platforms.shift() ?? 'android') : undefined;
  const country = spec.cohort === 'country' ? takeCountry(free.countries, kind) : undefined;
  const release = releases.find((one) => one.platform === platform);
  const begins =
    spec.cohort === 'release' && release ? release.at : start + chance.int(5, 8) * day + chance.int(5, 18) * hour;
  const hours = spec.hours && chance.int(...spec.hours);
  const cohort: Cut[] = [
    ...(platform ? [{ column: 'platform', value: platform }] : []),
    ...(spec.cohort === 'release' && release ? [{ column: 'app_version', value: release.version }] : []),
    ...(country ? [{ column: 'country', value: country.code }] : []),
    ...(kind === 'sampling' ? [{ column: 'event', value: 'pin_impression' }] : []),
  ];
  const end = hours === undefined ? null : begins + hours * hour;
  const isRelease = spec.cohort === 'release' && release !== undefined;
  // A replay is told when it happens, which is after what it repeats; an old copy shows once something has changed.
  const replayed = kind === 'duplicates' && end !== null ? end + chance.int(5, 20) * hour : undefined;
  const alsoAt = kind === 'stale-join' ? firstMove(tiers, begins) : replayed;
  return {
    ...{ kind, field, start: begins, end, cohort, seed: chance.int(1, 0x7ffffffe) },
    ...(alsoAt === undefined ? {} : { alsoAt }),
    ...(kind === 'rename' ? { to: 'surface_name' } : {}),
    size: kind === 'time-zone' ? (country?.ahead ?? 1) : spec.size(chance, difficulty),
    cause: {
      id: nextId(),
      at: isRelease ? begins : (replayed ?? begins) - chance.int(2, 25) * minute,
      service: spec.service === 'app' ? `${platform}-app` : spec.service,
      who: spec.who,
      change: isRelease ? `${release.version} begins to roll out: ${spec.change}` : spec.change,
    },
  };
}

/** A country for a fault; a time zone shows only where it is not that of UTC. */
function takeCountry(free: Country[], kind: FaultKind | undefined) {
  const at = Math.max(
    0,
    free.findIndex(({ ahead }) => kind !== 'time-zone' || Math.abs(ahead) > 1),
  );
  return free.splice(at, 1)[0];
}

interface HerringDrawing extends Drawing {
  readonly faults: readonly Fault[];
  readonly free: FaultDrawing['free'];
}

function drawHerring(kind: HerringKind, { chance, start, faults, free, nextId }: HerringDrawing): Herring {
  const near = faults[0]?.start ?? start + 6 * day;
  const country = takeCountry(free.countries, undefined) ?? (countries[0] as Country);
  const midnight = start + chance.int(5, 10) * day;
  const entry = (at: number, service: string, who: string, change: string): LogEntry => ({
    id: nextId(),
    at,
    service,
    who,
    change,
  });
  const cohort = [{ column: 'country', value: country.code }];
  switch (kind) {
    case 'deploy':
      return {
        ...{ kind, start: near, end: null, cohort: [], factor: 1 },
        entry: entry(
          near - chance.int(15, 100) * minute,
          'web-frontend',
          'design team',
          'new colour and corner radius of the save button',
        ),
      };
    case 'holiday':
      return {
        ...{ kind, start: midnight, end: midnight + day, cohort, factor: 0.55 },
        entry: entry(midnight, 'calendar', 'analytics', `public holiday in ${country.name}`),
      };
    case 'bot-filter':
      return {
        ...{
          kind,
          start: midnight + 10 * hour,
          end: null,
          cohort: [{ column: 'platform', value: 'web' }],
          factor: 0.92,
        },
        entry: entry(
          midnight + 10 * hour,
          'ingest',
          'trust and safety',
          'known crawlers are filtered out of the events, as announced',
        ),
      };
    case 'marketing':
      return {
        ...{ kind, start: midnight + 8 * hour, end: midnight + 2 * day, cohort, factor: 1.8 },
        entry: entry(midnight + 8 * hour, 'calendar', 'marketing', `television campaign in ${country.name} begins`),
      };
  }
}

const routine: readonly (readonly [string, string, string])[] = [
  ['search', 'search team', 'index rebuilt; no change of behaviour'],
  ['warehouse', 'data platform', 'partitions older than 400 days moved to cold storage'],
  ['notifications', 'growth team', 'copy test of the weekly e-mail ends'],
  ['ads-server', 'ads team', 'memory limit raised'],
  ['events-table', 'data platform', 'compaction of small files'],
  ['login', 'identity team', 'certificates renewed'],
  ['images', 'media team', 'another size of thumbnail'],
  ['warehouse', 'data platform', 'nightly load finished 20 minutes late, retried once, complete'],
];

function ordinary(chance: Chance, start: number, nextId: () => string): readonly LogEntry[] {
  return routine.map(([service, who, change]) => ({
    ...{ id: nextId(), service, who, change },
    at: start + chance.int(0, daysCovered * 24 - 1) * hour + chance.int(0, 59) * minute,
  }));
}

/** When the first advertiser changes its tier after a moment. */
function firstMove(tiers: Lookups['tiers'], after: number): number {
  const moves = Object.values(tiers).flatMap((periods) => periods.map(([from]) => from));
  return Math.min(...moves.filter((from) => from > after));
}

const tierNames = ['enterprise', 'growth', 'self-serve'] as const;
const advertiserCount = 40;

/** Every other advertiser changes its tier on the ninth day or the next, which a join that is stale then does not see. */
function drawTiers(chance: Chance, start: number): Lookups['tiers'] {
  const tiers: Record<string, readonly (readonly [number, string])[]> = {};
  for (let index = 0; index < advertiserCount; index++) {
    const first = chance.pick(tierNames);
    const moves =
      index % 2 === 0
        ? [
            [
              start + chance.int(8 * 24 + 18, 9 * 24 + 12) * hour,
              chance.pick(tierNames.filter((tier) => tier !== first)),
            ] as const,
          ]
        : [];
    tiers[`adv${String(index + 1).padStart(3, '0')}`] = [[start - 90 * day, first], ...moves];
  }
  return tiers;
}
