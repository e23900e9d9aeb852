import type { Spent } from './metric.ts';

export const indexKinds = ['exact', 'hnsw', 'ivf', 'pq', 'ivf-pq'] as const;
export type IndexKind = (typeof indexKinds)[number];

/** A part of what an index keeps in memory, with the formula that gives its bytes. */
export interface MemoryPart {
  readonly name: 'vectors' | 'links' | 'upper-links' | 'levels' | 'centroids' | 'lists' | 'codes' | 'codebooks';
  readonly formula: string;
  readonly bytes: number;
}

/** What is asked of an index. Those that know no `efSearch` or `nprobe` pay it no heed. */
export interface Asked {
  readonly k: number;
  readonly efSearch: number;
  readonly nprobe: number;
  /** Which vectors may be given; all without it. */
  readonly passes?: (id: number) => boolean;
}

/** An index that is built. */
export interface VectorIndex {
  readonly kind: IndexKind;
  readonly memory: readonly MemoryPart[];
  /** What building it cost. */
  readonly built: Spent;
  /** The share of vectors that a search can come to at all; less than 1 only in a graph that fell apart. */
  readonly reachable: number;
  /** At most `k` ids, the nearest first. What it cost is added to `spent`. */
  search(query: Float32Array, asked: Asked, spent: Spent): readonly number[];
}
