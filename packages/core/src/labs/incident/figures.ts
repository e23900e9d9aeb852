import { type Counted, expectedSessions, type Filter, type Measure } from './measure.ts';
import type { FaultKind, Truth } from './model.ts';
import { dayOf } from './world.ts';

/** A figure that the data give. */
export interface Figure {
  /** In percent, seconds, or as counted. */
  readonly unit: 'percent' | 'time' | 'count';
  readonly value: number;
  /** What it counts, in words that follow "the data say". */
  readonly of: string;
}

/** What a share of rows says, by kind. */
const hitWords: Partial<Readonly<Record<FaultKind, string>>> = {
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
  const percent = (part: number, all: number, of: string): readonly Figure[] =>
    all > 0 ? [{ unit: 'percent', value: (100 * part) / all, of }] : [];
  const count = (value: number, of: string): Figure => ({ unit: 'count', value, of });
  if (fault.kind === 'missing-sessions' && Object.keys(truth.lookups.sessions).length > 0) {
    const expected = expectedSessions(truth, fault, filter);
    const { days } = filter;
    // The count of the servers is by day, so the day on which it began counts as a whole.
    const seen =
      measure.count({ cuts: filter.cuts, days }, undefined).hits - (days.length > 0 ? 0 : countBefore(measure, always));
    return [
      ...percent(expected - seen, expected, 'of the sessions that the servers counted are missing'),
      count(expected - seen, 'sessions are missing'),
      count(expected, 'sessions were counted by the servers'),
      count(seen, 'sessions are in the events'),
    ];
  }
  if (fault.kind === 'sampling' || fault.kind === 'missing-sessions') {
    const rate = (part: Counted): number => part.hits / Math.max(1, part.rows - part.hits);
    const left = before.hits > 0 ? rate(inside) / rate(before) : 1;
    return [
      ...percent(1 - left, 1, 'fewer of these rows beside the others than before'),
      ...percent(left, 1, 'of these rows are left, measured by the others'),
      count(left > 0 ? 1 / left : 0, 'times fewer of these rows than before'),
      ...perDay(inside, before),
    ];
  }
  const words = hitWords[fault.kind];
  const shares: readonly Figure[] = words
    ? [
        ...percent(inside.hits, inside.rows, words),
        ...percent(whole.hits, whole.rows, `${words}, over all days`),
        ...percent(inside.rows - inside.hits, inside.rows, `${words.replace('of the', 'of the other')} have it right`),
        ...percent(before.hits, before.rows, `${words}, outside the window`),
        ...percent(whole.hits, nobody.rows, `${words}, of all`),
        ...percent(inside.hits, nobody.hits, 'of all the rows that are hit'),
        count(inside.hits, 'rows are hit'),
        count(inside.rows, 'rows are in it'),
        count(whole.hits, 'rows are hit, over all days'),
      ]
    : [];
  return [...shares, ...means(measure, inside, before)];
}

/** The sessions of the days before the first bad one. */
function countBefore(measure: Measure, filter: Filter): number {
  return measure.count({ ...filter, to: Date.parse(`${dayOf(measure.fault.start)}T00:00:00Z`) }, false).hits;
}

function perDay(inside: Counted, before: Counted): readonly Figure[] {
  const mean = ({ hits, days }: Counted): number => hits / Math.max(1, days);
  return [
    { unit: 'count', value: mean(inside), of: 'of these rows a day' },
    { unit: 'count', value: mean(before), of: 'of these rows a day outside the window' },
    { unit: 'count', value: inside.hits, of: 'of these rows' },
  ];
}

function means({ fault }: Measure, inside: Counted, before: Counted): readonly Figure[] {
  switch (fault.kind) {
    case 'clock-skew':
    case 'time-zone':
    case 'late-events': {
      if (inside.hits === 0) return [];
      const value = (60 * inside.hitSum) / inside.hits;
      return [{ unit: 'time', value, of: 'apart on average, in rows that are hit' }];
    }
    case 'meaning':
    case 'unit-change':
    case 'sign-change': {
      if (inside.rows === 0 || before.rows === 0) return [];
      const [now, then] = [inside.sum / inside.rows, before.sum / before.rows];
      const factor = Math.abs(now) > Math.abs(then) ? now / then : then / now;
      return [
        { unit: 'count', value: now, of: 'on average within the window' },
        { unit: 'count', value: then, of: 'on average outside the window' },
        { unit: 'count', value: factor, of: 'times as much or as little as before' },
        // What was put in; a mean over few rows comes near it at best.
        ...(fault.kind === 'unit-change'
          ? [{ unit: 'count', value: fault.size, of: 'times less, row by row' } as const]
          : []),
        { unit: 'percent', value: (100 * (now - then)) / then, of: 'more than before' },
        { unit: 'count', value: now - then, of: 'more than before' },
        ...(fault.kind === 'meaning'
          ? ([
              { unit: 'time', value: now / 1000, of: 'on average within the window' },
              { unit: 'time', value: then / 1000, of: 'on average outside the window' },
              { unit: 'time', value: (now - then) / 1000, of: 'more than before' },
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
