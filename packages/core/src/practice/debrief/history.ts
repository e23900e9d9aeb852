import type { HireSignal, LevelReading } from '../../model/index.ts';
import type { Status } from '../../review/index.ts';
import { changeBetween, type Trend, trendOf } from '../attempt.ts';
import type { AttemptRecorded } from '../events.ts';

/** A criterion whose status rose or fell. */
export interface StatusMove {
  readonly ref: string;
  readonly title: string;
  readonly from: Status;
  readonly to: Status;
}

interface Named {
  readonly ref: string;
  readonly title: string;
}

/** What differs from an attempt before. */
export interface DebriefChange {
  /** When that attempt was recorded. */
  readonly since: string;
  /** Its level, where it was another one or another pack: then the two were held to different bars. */
  readonly otherLevel: string | undefined;
  readonly signal: { readonly from: HireSignal; readonly to: HireSignal };
  readonly reading: { readonly from: LevelReading; readonly to: LevelReading };
  readonly gained: readonly StatusMove[];
  readonly lost: readonly StatusMove[];
  readonly pitfallsGone: readonly Named[];
  readonly pitfallsNew: readonly Named[];
  readonly words: number;
  readonly trend: Trend;
}

/** One attempt in the course of a question. */
export interface DebriefPoint {
  /** When it was recorded; empty for what is not recorded. */
  readonly at: string;
  readonly level: string;
  readonly signal: HireSignal;
  readonly low: HireSignal;
  readonly high: HireSignal;
  readonly reading: LevelReading;
  readonly met: number;
  readonly expected: number;
  readonly words: number;
}

/**
 * The change since the last attempt at the same level through the same pack or, where there is none, since the last one.
 * Undefined for a first attempt. `titles` are those of criteria and pitfalls by their refs.
 */
export function debriefChange(
  before: readonly AttemptRecorded[],
  now: AttemptRecorded,
  titles: ReadonlyMap<string, string>,
): DebriefChange | undefined {
  const like = before.findLast(({ level, pack }) => level === now.level && pack === now.pack);
  const last = like ?? before.at(-1);
  if (!last) return undefined;
  const change = changeBetween(last, now);
  const statuses = (attempt: AttemptRecorded): ReadonlyMap<string, Status> =>
    new Map(attempt.review.criteria.map(({ ref, status }) => [ref, status]));
  const [from, to] = [statuses(last), statuses(now)];
  const named = (ref: string): Named => ({ ref, title: titles.get(ref) ?? ref });
  const move = (ref: string): StatusMove => ({
    ...named(ref),
    from: from.get(ref) ?? 'missing',
    to: to.get(ref) ?? 'missing',
  });
  return {
    since: last.at,
    otherLevel: change.sameLevel ? undefined : last.level,
    signal: change.signal,
    reading: change.reading,
    gained: change.gained.map(move),
    lost: change.lost.map(move),
    pitfallsGone: change.pitfallsGone.map(named),
    pitfallsNew: change.pitfallsNew.map(named),
    words: change.words,
    trend: trendOf([...before, now]),
  };
}

/** The attempts as points of a trend, in the order given. `counts` leaves out criteria that carry no weight in a role. */
export function debriefPoints(
  attempts: readonly AttemptRecorded[],
  counts: (ref: string) => boolean,
): readonly DebriefPoint[] {
  return attempts.map(({ at, level, review }) => {
    const expected = review.criteria.filter((one) => one.expected && counts(one.ref));
    return {
      at,
      level,
      ...review.hire,
      reading: review.reading.bar,
      met: expected.filter(({ status }) => status === 'met').length,
      expected: expected.length,
      words: review.words,
    };
  });
}

/** How one criterion or pitfall stood in two attempts; undefined where an attempt was not judged by the criterion. */
export interface SideBySide {
  readonly ref: string;
  readonly earlier: Status | 'present' | 'absent' | undefined;
  readonly later: Status | 'present' | 'absent' | undefined;
}

/** Two attempts, criterion by criterion in the order of the later one, then the pitfalls that stand in either. */
export function sideBySide(earlier: AttemptRecorded, later: AttemptRecorded): readonly SideBySide[] {
  const status = ({ review }: AttemptRecorded, ref: string): Status | undefined =>
    review.criteria.find((one) => one.ref === ref)?.status;
  const standing = ({ review }: AttemptRecorded, ref: string): 'present' | 'absent' =>
    review.pitfalls.includes(ref) ? 'present' : 'absent';
  const refs = new Set([...later.review.criteria, ...earlier.review.criteria].map(({ ref }) => ref));
  const pitfalls = new Set([...later.review.pitfalls, ...earlier.review.pitfalls]);
  return [
    ...[...refs].map((ref) => ({ ref, earlier: status(earlier, ref), later: status(later, ref) })),
    ...[...pitfalls].map((ref) => ({ ref, earlier: standing(earlier, ref), later: standing(later, ref) })),
  ];
}
