import { type Counted, expectedSessions, type Filter, type Measure } from './measure.ts';
import type { FaultKind, Truth } from './model.ts';
import { dayOf } from './world.ts';

/** A figure that the data give. */
export interface Figure {
  /** In percent, seconds, or as counted. */
  readonly unit: 'percent' | 'time' | 'count';
  readonly value: number;
  /** What it counts; its words follow "the data say". */
  readonly of: FigureOf;
  /** The kind of fault whose rows it counts, where its words depend on that. */
  readonly kind?: HitKind;
}

/** The words for every figure. `{0}` stands for what a share of rows of this kind says. */
export const englishFigureWords = {
  share: '{0}',
  shareOverall: '{0}, over all days',
  shareOutside: '{0}, outside the window',
  shareOfAll: '{0}, of all',
  rightShare: 'of these rows have it right',
  shareOfHit: 'of all the rows that are hit',
  hit: 'rows are hit',
  rows: 'rows are in it',
  hitOverall: 'rows are hit, over all days',
  missingShare: 'of the sessions that the servers counted are missing',
  missing: 'sessions are missing',
  expected: 'sessions were counted by the servers',
  seen: 'sessions are in the events',
  fewer: 'fewer of these rows beside the others than before',
  left: 'of these rows are left, measured by the others',
  timesFewer: 'times fewer of these rows than before',
  aDay: 'of these rows a day',
  aDayOutside: 'of these rows a day outside the window',
  these: 'of these rows',
  apart: 'apart on average, in rows that are hit',
  mean: 'on average within the window',
  meanOutside: 'on average outside the window',
  factor: 'times as much or as little as before',
  factorOfRow: 'times less, row by row',
  more: 'more than before',
};

export type FigureWords = typeof englishFigureWords;
export type FigureOf = keyof FigureWords;

/** What a share of rows says, by kind. */
export const englishHitWords = {
  'null-spike': 'of the rows have no value',
  'type-drift': 'of the values are no numbers',
  rename: 'of the values stand under the new name',
  'clock-skew': 'of the rows have times more than 5 minutes apart',
  'time-zone': 'of the rows have times more than 5 minutes apart',
  'late-events': 'of the rows came more than an hour late',
  duplicates: 'of the rows are there before',
  'stale-join': 'of the rows have another tier than the table had then',
  'sign-change': 'of the values are negative',
};

export type HitWords = typeof englishHitWords;
export type HitKind = keyof HitWords;

function isHitKind(kind: FaultKind): kind is HitKind {
  return kind in englishHitWords;
}

/** The figures that one may rightly quote of a fault for some rows; the one that tells most comes first. */
export function figuresOf(measure: Measure, truth: Truth, filter: Filter): readonly Figure[] {
  const { fault } = measure;
  const asked = filter.days.length > 0 || filter.from !== undefined;
  // A time of its own is looked at as a whole; else the window is what counts.
  const inside = measure.count(filter, asked ? undefined : true);
  const always: Filter = { cuts: filter.cuts, days: [] };
  const own = measure.count(always, false);
  // A new version has no past of its own; then that of all versions is what one compares with.
  const unversioned = filter.cuts.filter(({ column }) => column !== 'app_version');
  const before = own.rows > 0 ? own : measure.count({ cuts: unversioned, days: [] }, false);
  const whole = measure.count(always, undefined);
  const nobody = measure.count({ cuts: [], days: [] }, undefined);
  const percent = (part: number, all: number, of: FigureOf): readonly Figure[] =>
    all > 0 ? [{ unit: 'percent', value: (100 * part) / all, of }] : [];
  const count = (value: number, of: FigureOf): Figure => ({ unit: 'count', value, of });
  if (fault.kind === 'missing-sessions' && Object.keys(truth.lookups.sessions).length > 0) {
    const expected = expectedSessions(truth, fault, filter);
    const { days } = filter;
    // The count of the servers is by day, so the day on which it began counts as a whole.
    const seen =
      measure.count({ cuts: filter.cuts, days }, undefined).hits - (days.length > 0 ? 0 : countBefore(measure, always));
    return [
      ...percent(expected - seen, expected, 'missingShare'),
      count(expected - seen, 'missing'),
      count(expected, 'expected'),
      count(seen, 'seen'),
    ];
  }
  if (fault.kind === 'sampling' || fault.kind === 'missing-sessions') {
    const rate = (part: Counted): number => part.hits / Math.max(1, part.rows - part.hits);
    const left = before.hits > 0 ? rate(inside) / rate(before) : 1;
    return [
      ...percent(1 - left, 1, 'fewer'),
      ...percent(left, 1, 'left'),
      count(left > 0 ? 1 / left : 0, 'timesFewer'),
      ...perDay(inside, before),
    ];
  }
  const { kind } = fault;
  if (!isHitKind(kind)) return means(measure, inside, before);
  const shares = [
    ...percent(inside.hits, inside.rows, 'share'),
    ...percent(whole.hits, whole.rows, 'shareOverall'),
    ...percent(inside.rows - inside.hits, inside.rows, 'rightShare'),
    ...percent(before.hits, before.rows, 'shareOutside'),
    ...percent(whole.hits, nobody.rows, 'shareOfAll'),
    ...percent(inside.hits, nobody.hits, 'shareOfHit'),
    count(inside.hits, 'hit'),
    count(inside.rows, 'rows'),
    count(whole.hits, 'hitOverall'),
  ].map((figure) => ({ ...figure, kind }));
  return [...shares, ...means(measure, inside, before)];
}

/** The sessions of the days before the first bad one. */
function countBefore(measure: Measure, filter: Filter): number {
  return measure.count({ ...filter, to: Date.parse(`${dayOf(measure.fault.start)}T00:00:00Z`) }, false).hits;
}

function perDay(inside: Counted, before: Counted): readonly Figure[] {
  const mean = ({ hits, days }: Counted): number => hits / Math.max(1, days);
  return [
    { unit: 'count', value: mean(inside), of: 'aDay' },
    { unit: 'count', value: mean(before), of: 'aDayOutside' },
    { unit: 'count', value: inside.hits, of: 'these' },
  ];
}

function means({ fault }: Measure, inside: Counted, before: Counted): readonly Figure[] {
  switch (fault.kind) {
    case 'clock-skew':
    case 'time-zone':
    case 'late-events': {
      if (inside.hits === 0) return [];
      const value = (60 * inside.hitSum) / inside.hits;
      return [{ unit: 'time', value, of: 'apart' }];
    }
    case 'meaning':
    case 'unit-change':
    case 'sign-change': {
      if (inside.rows === 0 || before.rows === 0) return [];
      const [now, then] = [inside.sum / inside.rows, before.sum / before.rows];
      const factor = Math.abs(now) > Math.abs(then) ? now / then : then / now;
      return [
        { unit: 'count', value: now, of: 'mean' },
        { unit: 'count', value: then, of: 'meanOutside' },
        { unit: 'count', value: factor, of: 'factor' },
        // What was put in; a mean over few rows comes near it at best.
        ...(fault.kind === 'unit-change' ? [{ unit: 'count', value: fault.size, of: 'factorOfRow' } as const] : []),
        { unit: 'percent', value: (100 * (now - then)) / then, of: 'more' },
        { unit: 'count', value: now - then, of: 'more' },
        ...(fault.kind === 'meaning'
          ? ([
              { unit: 'time', value: now / 1000, of: 'mean' },
              { unit: 'time', value: then / 1000, of: 'meanOutside' },
              { unit: 'time', value: (now - then) / 1000, of: 'more' },
            ] as const)
          : []),
      ];
    }
    default:
      return [];
  }
}

/** Whether a quoted number is this figure, as people round. */
export function isFigure({ unit, value }: Figure, quoted: number): boolean {
  const [wanted, got] = [Math.abs(value), Math.abs(quoted)];
  const away = Math.abs(wanted - got);
  if (unit === 'percent') return away <= Math.max(1, wanted * 0.03);
  return away <= wanted * (unit === 'time' ? 0.12 : 0.04);
}
