import { type HireSignal, hireSignals, type LevelReading } from '../model/index.ts';
import type { Review, Status } from '../review/index.ts';
import { eventVersion } from './event-version.ts';
import type { AttemptRecorded, AttemptReview, AttemptSpeech, AttemptTimes } from './events.ts';

/** What the caller knows and a pure function cannot: the time, random ids and where the answer stands. */
export interface Occasion {
  readonly id: string;
  readonly at: string;
  readonly writer: string;
}

interface AttemptFacts extends Occasion {
  readonly text: string;
  readonly file?: string | undefined;
  readonly times?: AttemptTimes | undefined;
  readonly spoken?: AttemptSpeech | undefined;
}

/** The event of an attempt; undefined for a text that answers no question, of which there is no progress to show. */
export function attemptOf(
  review: Review,
  { text, file, times, spoken, ...occasion }: AttemptFacts,
): AttemptRecorded | undefined {
  const { question, lens, level } = review.target;
  if (!question) return undefined;
  return {
    v: eventVersion,
    kind: 'attempt-recorded',
    ...occasion,
    question: question.id,
    pack: lens.pack.id,
    level,
    ...(file === undefined ? {} : { file }),
    text,
    review: summaryOf(review),
    ...(times === undefined ? {} : { times }),
    ...(spoken === undefined ? {} : { spoken }),
  };
}

function summaryOf(review: Review): AttemptReview {
  const { hire, level } = review;
  return {
    words: review.words,
    hire: { signal: hire.signal, low: hire.low, high: hire.high },
    reading: { bar: level.bar, low: level.low, high: level.high },
    criteria: review.criteria.map(({ criterion, status, expected }) => ({ ref: criterion.ref, status, expected })),
    pitfalls: review.pitfalls.filter(({ present }) => present).map(({ pitfall }) => pitfall.ref),
  };
}

/** What differs between two attempts of a question. */
export interface AttemptChange {
  /** Whether both were judged at the same level; if not, they were held to different bars. */
  readonly sameLevel: boolean;
  readonly signal: { readonly from: HireSignal; readonly to: HireSignal };
  readonly reading: { readonly from: LevelReading; readonly to: LevelReading };
  /** Criteria whose status rose or fell, in the order of the later review. */
  readonly gained: readonly string[];
  readonly lost: readonly string[];
  readonly pitfallsGone: readonly string[];
  readonly pitfallsNew: readonly string[];
  readonly words: number;
  readonly sameText: boolean;
}

const rank: Readonly<Record<Status, number>> = { missing: 0, partial: 1, met: 2 };

/** Compares an attempt with an earlier one. A criterion that only one of them was judged by says nothing. */
export function changeBetween(before: AttemptRecorded, after: AttemptRecorded): AttemptChange {
  const old = new Map(before.review.criteria.map(({ ref, status }) => [ref, rank[status]]));
  const moved = (sign: 1 | -1): readonly string[] =>
    after.review.criteria
      .filter(({ ref, status }) => ((rank[status] ?? 0) - (old.get(ref) ?? rank[status])) * sign > 0)
      .map(({ ref }) => ref);
  return {
    sameLevel: before.level === after.level && before.pack === after.pack,
    signal: { from: before.review.hire.signal, to: after.review.hire.signal },
    reading: { from: before.review.reading.bar, to: after.review.reading.bar },
    gained: moved(1),
    lost: moved(-1),
    pitfallsGone: before.review.pitfalls.filter((ref) => !after.review.pitfalls.includes(ref)),
    pitfallsNew: after.review.pitfalls.filter((ref) => !before.review.pitfalls.includes(ref)),
    words: after.review.words - before.review.words,
    sameText: before.text === after.text,
  };
}

/** `none`: fewer than two attempts at the level of the last one. */
export type Trend = 'none' | 'up' | 'steady' | 'down';

/**
 * Where the attempts of a question are going: the last one against the one before it at the same level, by hire signal
 * and, where that is the same, by the share of what is expected that was met.
 */
export function trendOf(attempts: readonly AttemptRecorded[]): Trend {
  const last = attempts.at(-1);
  if (!last) return 'none';
  const before = attempts.slice(0, -1).findLast(({ level, pack }) => level === last.level && pack === last.pack);
  if (!before) return 'none';
  const difference = standing(last) - standing(before);
  return Math.abs(difference) < 1e-9 ? 'steady' : difference > 0 ? 'up' : 'down';
}

/** The signal weighs more than any share: one step of it is worth 2, and the share is at most 1. */
function standing({ review }: AttemptRecorded): number {
  const expected = review.criteria.filter((criterion) => criterion.expected);
  const earned = expected.reduce((sum, { status }) => sum + rank[status] / 2, 0);
  return hireSignals.indexOf(review.hire.signal) * 2 + (expected.length === 0 ? 0 : earned / expected.length);
}
