import type { BlockAnalysis, Chunk } from '../text/index.ts';
import type { ChunkReading, Lends, Surroundings } from './observe.ts';
import type { UnitReading } from './reading.ts';
import type { Heading, Run } from './run.ts';

/** What was read, kept as long as the text it was read from. */
export interface ReadingCache {
  readonly chunks: WeakMap<Chunk, ChunkReading>;
  readonly blocks: WeakMap<BlockAnalysis, readonly UnitReading[]>;
  readonly surroundings: WeakMap<Lends, { readonly above: Surroundings; readonly own: Surroundings }>;
  readonly headings: WeakMap<Lends, Heading>;
  readonly runs: WeakMap<Chunk, Run>;
}

/** A cache with nothing in it yet; it keeps what was read for as long as the text it was read from lives. */
export function makeReadingCache(): ReadingCache {
  return {
    chunks: new WeakMap(),
    blocks: new WeakMap(),
    surroundings: new WeakMap(),
    headings: new WeakMap(),
    runs: new WeakMap(),
  };
}
