import { Nearest } from './heap.ts';
import type { MemoryPart, VectorIndex } from './index-kind.ts';
import { distanceOf, nothingSpent, type Vectors } from './metric.ts';

/** Compares the query with every vector. Nothing is built, nothing is missed. */
export function exactIndex(vectors: Vectors): VectorIndex {
  const { data, count, dimensions, metric } = vectors;
  const distance = distanceOf(metric);
  return {
    kind: 'exact',
    memory: [vectorsPart(vectors)],
    built: nothingSpent(),
    reachable: 1,
    search(query, { k, passes }, spent) {
      const nearest = new Nearest(k);
      for (let id = 0; id < count; id++) {
        if (passes && !passes(id)) continue;
        spent.distances += 1;
        nearest.offer(id, distance(query, 0, data, id * dimensions, dimensions));
      }
      return nearest.drain();
    },
  };
}

/** Four bytes a value. */
export function vectorsPart({ data, count, dimensions }: Vectors): MemoryPart {
  return { name: 'vectors', formula: `4 × d × n = 4 × ${dimensions} × ${count}`, bytes: data.byteLength };
}
