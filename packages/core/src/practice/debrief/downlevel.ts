import { type Bar, bars, type LevelReading, levelReadings } from '../../model/index.ts';
import type { Review } from '../../review/index.ts';

/** How far the criteria of one bar are earned, and how far the bar aimed at asks for them. Shares from 0 to 1. */
export interface BarShare {
  readonly bar: Bar;
  readonly earned: number;
  readonly asked: number;
}

/**
 * Whether the answer may be read below the level aimed at. `none`: even a harsh reading reaches it; `possible`: a harsh one
 * does not; `likely`: the reading is below, a kind one is not; `expected`: even a kind one is below.
 */
export interface Downlevel {
  readonly risk: 'none' | 'possible' | 'likely' | 'expected';
  readonly aimed: Bar;
  /** The worst reading. */
  readonly to: LevelReading;
  /** What the bar aimed at asks for and this does not reach, what is furthest away first. */
  readonly short: readonly BarShare[];
}

/** The risk, and how near the answer is to the bar aimed at. Shares are those by which the level reading is made. */
export function downlevelOf({ target, level, criteria }: Review): Downlevel {
  const rank = (reading: LevelReading): number => levelReadings.indexOf(reading);
  const aim = rank(target.bar);
  const risk =
    rank(level.low) >= aim
      ? 'none'
      : rank(level.bar) >= aim
        ? 'possible'
        : rank(level.high) >= aim
          ? 'likely'
          : 'expected';
  const { composition } = target.lens;
  // A reading asks for the bars below it as well, each with shares of its own.
  const reached = bars.slice(0, bars.indexOf(target.bar) + 1);
  const shares = bars.flatMap((bar): readonly BarShare[] => {
    const of = criteria.filter(({ criterion }) => criterion.from === bar && criterion.weight > 0);
    const asked = Math.max(
      0,
      ...reached.map((level) => (composition.levels[level] as Partial<Record<Bar, number>>)[bar] ?? 0),
    );
    if (of.length === 0 || asked === 0) return [];
    const earned = of.reduce(
      (sum, { status }) => sum + (status === 'met' ? 1 : status === 'partial' ? composition.credit.partial : 0),
      0,
    );
    return [{ bar, earned: earned / of.length, asked }];
  });
  return {
    risk,
    aimed: target.bar,
    to: level.low,
    short: shares
      .filter(({ earned, asked }) => earned < asked)
      .sort((a, b) => b.asked - b.earned - (a.asked - a.earned)),
  };
}
