import type { Offer } from './offer.ts';
import { power } from './time.ts';

/**
 * What an exit pays for shares that were all of the company today and are diluted since, as a function of what it is worth:
 * it rises or stays, and is straight between its knees. All preferred shares count as one class that comes first and
 * converts to common ones where that brings it more.
 */
export interface Waterfall {
  payout(value: number): number;
  /** Values at which it may change its slope, rising. */
  readonly knees: readonly number[];
}

export function waterfallOf({ perRound, preference }: Offer, rounds: number): Waterfall {
  const kept = power(1 - perRound, rounds);
  if (!preference) return { payout: (value) => value * kept, knees: [] };
  const { kind, raised, multiple, cap } = preference;
  const put = raised + rounds * preference.perRound;
  const first = put * multiple;
  const most = put * cap;
  // Who joins in a later round is an investor too.
  const investors = 1 - (1 - preference.investors) * kept;
  const common = 1 - investors;
  const taken = (value: number): number => {
    if (value <= first) return value;
    if (kind === 'participating') return first + investors * (value - first);
    if (kind === 'non-participating') return Math.max(first, investors * value);
    return Math.max(Math.min(first + investors * (value - first), most), investors * value);
  };
  const payout = (value: number): number => ((value - taken(value)) / common) * kept;
  const knees =
    kind === 'participating'
      ? [first]
      : kind === 'non-participating'
        ? [first, first / investors]
        : [first, first + (most - first) / investors, most / investors];
  // With nothing held by investors nobody ever converts.
  return { payout, knees: knees.filter(Number.isFinite) };
}

/**
 * The least value at which a function that never falls, and is straight between its knees, reaches a target; undefined where
 * it never does. Exact but for rounding, since it solves the one straight piece that crosses.
 */
export function firstReaching(
  rising: (value: number) => number,
  knees: readonly number[],
  target: number,
): number | undefined {
  const corners = [...new Set([0, ...knees.filter((knee) => knee > 0)])].sort((a, b) => a - b);
  const last = corners.at(-1) ?? 0;
  // Beyond the last knee it goes straight on for ever: one more point gives its slope.
  corners.push(Math.max(2 * last, 1e6));
  for (const [index, from] of corners.entries()) {
    const low = rising(from);
    if (low >= target) return from;
    const isLast = index === corners.length - 2;
    const to = corners[index + 1] ?? from;
    const high = rising(to);
    if (high <= low || (high < target && !isLast)) {
      if (isLast) return undefined;
      continue;
    }
    return from + ((target - low) * (to - from)) / (high - low);
  }
  return undefined;
}
