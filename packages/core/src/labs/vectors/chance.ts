import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Chance that comes out the same for the same seed, on every system. */
export interface Chance {
  /** From 0 up to, not including, 1. */
  unit(): number;
  /** A whole number from 0 to below the bound. */
  below(bound: number): number;
  /** Around 0, with a spread of 1: the sum of four even draws, which is near a bell and needs no logarithm. */
  noise(): number;
}

/** What chance is drawn for, so that more of one thing does not change another. */
export const streams = { vectors: 1, queries: 2, index: 3, words: 4 } as const;

/** A generator (xoroshiro128+) of its own for each use of a seed. */
export function chanceOf(seed: number, stream: number): Chance {
  const source = xoroshiro128plus(Math.imul(seed | 0, 0x9e3779b1) ^ Math.imul(stream, 0x85ebca6b));
  // The first numbers still look like the seed.
  for (let skipped = 0; skipped < 20; skipped++) source.next();
  const unit = (): number => (source.next() >>> 0) / 0x1_0000_0000;
  return {
    unit,
    below: (bound) => Math.floor(unit() * bound),
    noise: () => (unit() + unit() + unit() + unit() - 2) * Math.sqrt(3),
  };
}

/** `count` different whole numbers from 0 to below `bound`, in the order in which they were drawn. */
export function sampleOf(bound: number, count: number, chance: Chance): Int32Array {
  const all = Int32Array.from({ length: bound }, (_, at) => at);
  const size = Math.min(bound, count);
  for (let at = 0; at < size; at++) {
    const other = at + chance.below(bound - at);
    [all[at], all[other]] = [all[other] as number, all[at] as number];
  }
  return all.slice(0, size);
}
