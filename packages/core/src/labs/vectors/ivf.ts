import { chanceOf, sampleOf, streams } from './chance.ts';
import { vectorsPart } from './exact.ts';
import { Nearest } from './heap.ts';
import type { MemoryPart, VectorIndex } from './index-kind.ts';
import { centroidsOf, nearestCentroid, rounds } from './kmeans.ts';
import { distanceOf, nothingSpent, type Spent, type Vectors } from './metric.ts';
import type { Steps } from './steps.ts';

export interface ListSettings {
  readonly nlist: number;
  readonly seed: number;
}

/** Vectors shared out to lists, each by the centroid that it is nearest to. */
export interface Lists {
  readonly centroids: Float32Array;
  /** List `l` has the ids from `ids[starts[l]]` to before `ids[starts[l + 1]]`. */
  readonly starts: Int32Array;
  readonly ids: Int32Array;
  /** The list of each vector, for those who build on. Not kept in the index. */
  readonly listOf: Int32Array;
  readonly memory: readonly MemoryPart[];
}

/** As many vectors a list are enough to learn its centroid from. */
const trainingPerList = 32;

/** An inverted file: a search reads only the `nprobe` lists whose centroids are nearest to the query. */
export function* buildInvertedFile(vectors: Vectors, settings: ListSettings): Steps<VectorIndex> {
  const built = nothingSpent();
  const lists = yield* makeLists(vectors, settings, built);
  const { data, dimensions, metric } = vectors;
  const distance = distanceOf(metric);
  return {
    kind: 'ivf',
    memory: [vectorsPart(vectors), ...lists.memory],
    built,
    reachable: 1,
    search(query, { k, nprobe, passes }, spent) {
      const nearest = new Nearest(k);
      for (const list of nearestLists(query, lists, vectors, nprobe, spent)) {
        for (let at = lists.starts[list] as number; at < (lists.starts[list + 1] as number); at++) {
          const id = lists.ids[at] as number;
          if (passes && !passes(id)) continue;
          spent.distances += 1;
          nearest.offer(id, distance(query, 0, data, id * dimensions, dimensions));
        }
      }
      return nearest.drain();
    },
  };
}

export function* makeLists(vectors: Vectors, { nlist, seed }: ListSettings, built: Spent): Steps<Lists> {
  const { data, count, dimensions } = vectors;
  const chance = chanceOf(seed, streams.index);
  const training = rowsOf(vectors, sampleOf(count, trainingPerList * nlist, chance));
  const shape = { stride: dimensions, from: 0, width: dimensions, centroids: nlist, chance };
  const centroids = yield* centroidsOf({ data: training, ...shape });
  built.distances += (training.length / dimensions) * nlist * rounds + count * nlist;
  const listOf = new Int32Array(count);
  const starts = new Int32Array(nlist + 1);
  for (let id = 0; id < count; id++) {
    if (id % 256 === 0) yield { stage: 'build', share: id / count };
    const list = nearestCentroid(data, id * dimensions, centroids, dimensions);
    listOf[id] = list;
    starts[list + 1] = (starts[list + 1] as number) + 1;
  }
  for (let list = 0; list < nlist; list++) starts[list + 1] = (starts[list + 1] as number) + (starts[list] as number);
  const ids = new Int32Array(count);
  const next = starts.slice();
  for (let id = 0; id < count; id++) {
    const list = listOf[id] as number;
    ids[next[list] as number] = id;
    next[list] = (next[list] as number) + 1;
  }
  return {
    centroids,
    starts,
    ids,
    listOf,
    memory: [
      { name: 'centroids', formula: `4 × d × nlist = 4 × ${dimensions} × ${nlist}`, bytes: centroids.byteLength },
      {
        name: 'lists',
        formula: `4 × n + 4 × (nlist + 1) = 4 × ${count} + 4 × ${nlist + 1}`,
        bytes: ids.byteLength + starts.byteLength,
      },
    ],
  };
}

/** The lists to read for a query, the nearest first. */
export function nearestLists(
  query: Float32Array,
  { centroids }: Lists,
  { dimensions, metric }: Vectors,
  nprobe: number,
  spent: Spent,
): readonly number[] {
  const distance = distanceOf(metric);
  const nearest = new Nearest(nprobe);
  for (let list = 0, start = 0; start < centroids.length; list++, start += dimensions) {
    spent.distances += 1;
    nearest.offer(list, distance(query, 0, centroids, start, dimensions));
  }
  return nearest.drain();
}

/** Copies of some vectors, one after the other. */
export function rowsOf({ data, dimensions }: Vectors, ids: Int32Array): Float32Array {
  const rows = new Float32Array(ids.length * dimensions);
  ids.forEach((id, row) => {
    rows.set(data.subarray(id * dimensions, (id + 1) * dimensions), row * dimensions);
  });
  return rows;
}
