import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Chance that comes out the same every time. */
export interface Random {
  /** A whole number from 0 to below the bound. */
  below(bound: number): number;
  shuffled<T>(list: readonly T[]): readonly T[];
}

export function makeRandom(seed: number): Random {
  const source = xoroshiro128plus(seed);
  const below = (bound: number): number => (source.next() >>> 0) % bound;
  return {
    below,
    shuffled(list) {
      const copy = [...list];
      for (let at = copy.length - 1; at > 0; at--) {
        const other = below(at + 1);
        [copy[at], copy[other]] = [copy[other] as (typeof copy)[number], copy[at] as (typeof copy)[number]];
      }
      return copy;
    },
  };
}
