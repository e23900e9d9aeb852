import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Draws that follow from a seed alone, the same on every system. */
export interface Chance {
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number;
  /** True with this probability, to the thousandth. */
  happens(share: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** All items in an order of chance. */
  shuffled<Item>(items: readonly Item[]): readonly Item[];
}

/** A source of chance. `stream` tells sources of one seed apart. */
export function chanceOf(seed: number, stream: number): Chance {
  const generator = xoroshiro128plus(mix(seed, stream));
  const int = (low: number, high: number): number => uniformInt(generator, low, high);
  return {
    int,
    happens: (share) => int(0, 999) < share * 1000,
    pick: (items) => {
      const item = items[int(0, items.length - 1)];
      if (item === undefined) throw new RangeError('There is nothing to pick from.');
      return item;
    },
    shuffled: (items) => {
      const left = [...items];
      return items.map(() => left.splice(int(0, left.length - 1), 1)[0] as (typeof items)[number]);
    },
  };
}

/** Mixes two whole numbers into one of 32 bits (the finaliser of MurmurHash3, by Austin Appleby, public domain). */
export function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 0x165667b1, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A text as a number of 32 bits (FNV-1a, by Fowler, Noll and Vo). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Whether a key is among the share that a seed chooses: the same answer however often it is asked. */
export function chosen(seed: number, key: number, share: number): boolean {
  return mix(seed, key) < share * 4294967296;
}
