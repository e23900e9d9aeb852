import { Nearest } from './heap.ts';
import type { VectorIndex } from './index-kind.ts';
import { type ListSettings, makeLists, nearestLists } from './ivf.ts';
import { distanceOf, nothingSpent, type Vectors } from './metric.ts';
import {
  type CodeSettings,
  codebooksPart,
  codeDistance,
  codesPart,
  distanceTable,
  encode,
  learnCodebooks,
} from './pq.ts';
import type { Steps } from './steps.ts';

/**
 * An inverted file of codes ("IVFADC" in Jégou, Douze and Schmid, 2011): a code says how a vector differs from the
 * centroid of its list, which is less than the vector and so is rounded less.
 */
export function* buildInvertedCodes(vectors: Vectors, settings: ListSettings & CodeSettings): Steps<VectorIndex> {
  const { count, dimensions, metric } = vectors;
  const built = nothingSpent();
  const lists = yield* makeLists(vectors, settings, built);
  const { centroids, listOf } = lists;
  const residues: Vectors = {
    ...vectors,
    data: vectors.data.map((value, at) => {
      const list = listOf[Math.floor(at / dimensions)] as number;
      return value - (centroids[list * dimensions + (at % dimensions)] as number);
    }),
  };
  const books = yield* learnCodebooks(residues, settings, built);
  const codes = yield* encode(residues, books, built);
  const distance = distanceOf(metric);
  return {
    kind: 'ivf-pq',
    memory: [codesPart(codes, books, count), codebooksPart(books), ...lists.memory],
    built,
    reachable: 1,
    search(query, { k, nprobe, passes }, spent) {
      const nearest = new Nearest(k);
      // A dot product with a sum is the sum of dot products, so one table serves all lists; a Euclidean one needs its own.
      const shared = metric === 'euclidean' ? undefined : distanceTable(query, books, metric, spent);
      for (const list of nearestLists(query, lists, vectors, nprobe, spent)) {
        const start = list * dimensions;
        const table =
          shared ??
          distanceTable(
            query.map((value, at) => value - (centroids[start + at] as number)),
            books,
            metric,
            spent,
          );
        const base = shared ? distance(query, 0, centroids, start, dimensions) : 0;
        for (let at = lists.starts[list] as number; at < (lists.starts[list + 1] as number); at++) {
          const id = lists.ids[at] as number;
          if (passes && !passes(id)) continue;
          spent.codes += 1;
          nearest.offer(id, base + codeDistance(codes, id, table, books));
        }
      }
      return nearest.drain();
    },
  };
}
