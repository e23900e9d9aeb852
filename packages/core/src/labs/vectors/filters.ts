import { type Collection, queryAt, tagBound } from './data.ts';
import { exactIndex } from './exact.ts';
import type { Asked, IndexKind, VectorIndex } from './index-kind.ts';
import { nothingSpent, type Spent } from './metric.ts';
import type { Steps } from './steps.ts';

const filterWays = ['before', 'after', 'within'] as const;
/**
 * Before: an exact search among what passes. After: more than k are searched for and what does not pass is dropped. Within:
 * the index is walked with the filter in hand, so that only what passes counts as found.
 */
export type FilterWay = (typeof filterWays)[number];

export interface FilterRow {
  readonly way: FilterWay;
  readonly recall: number;
  /** How many of the k that were asked for came back, on average. */
  readonly returned: number;
  readonly distances: number;
  readonly codes: number;
}

export interface FilterReport {
  readonly kind: IndexKind;
  /** The share that was asked for, and how many vectors it came to. */
  readonly share: number;
  readonly passing: number;
  readonly rows: readonly FilterRow[];
}

/** Filtering after the search asks the index for this many times k. */
export const overfetch = 5;

/** The same filtered searches in three ways, held against the exact answer among what passes. */
export function* compareFilters(
  collection: Collection,
  index: VectorIndex,
  asked: Asked,
  share: number,
): Steps<FilterReport> {
  const limit = Math.round(share * tagBound);
  const passes = (id: number): boolean => (collection.tags[id] as number) < limit;
  const passing = collection.tags.reduce((sum, tag) => sum + (tag < limit ? 1 : 0), 0);
  const exact = exactIndex(collection.vectors);
  const searches: Readonly<Record<FilterWay, (query: Float32Array, spent: Spent) => readonly number[]>> = {
    before: (query, spent) => exact.search(query, { ...asked, passes }, spent),
    after: (query, spent) => {
      const wide = index.search(query, { ...asked, k: asked.k * overfetch }, spent);
      return wide.filter(passes).slice(0, asked.k);
    },
    within: (query, spent) => index.search(query, { ...asked, passes }, spent),
  };
  const sums = filterWays.map((way) => ({ way, hits: 0, returned: 0, spent: nothingSpent() }));
  const { queryCount } = collection;
  let wanted = 0;
  for (let at = 0; at < queryCount; at++) {
    yield { stage: 'filter', share: at / queryCount };
    const query = queryAt(collection, at);
    const truth = new Set(exact.search(query, { ...asked, passes }, nothingSpent()));
    wanted += truth.size;
    for (const sum of sums) {
      const found = searches[sum.way](query, sum.spent);
      sum.returned += found.length;
      sum.hits += found.filter((id) => truth.has(id)).length;
    }
  }
  const rows = sums.map(({ way, hits, returned, spent }) => ({
    way,
    recall: wanted === 0 ? 1 : hits / wanted,
    returned: returned / queryCount,
    distances: spent.distances / queryCount,
    codes: spent.codes / queryCount,
  }));
  return { kind: index.kind, share, passing, rows };
}
