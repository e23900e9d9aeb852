import { type Chance, chanceOf, streams } from './chance.ts';
import { type Metric, normalise, type Vectors } from './metric.ts';
import type { Steps } from './steps.ts';

export interface DataSettings {
  readonly n: number;
  readonly d: number;
  readonly metric: Metric;
  readonly seed: number;
  readonly queries: number;
}

/** Made-up documents: what stands for their meaning, and what a filter goes by. */
export interface Collection {
  readonly vectors: Vectors;
  /** One after the other, as the vectors are. None of them is among the vectors. */
  readonly queries: Float32Array;
  readonly queryCount: number;
  readonly clusters: number;
  readonly clusterOf: Uint16Array;
  readonly queryClusters: Uint16Array;
  /** Of each vector, a whole number below `tagBound`; a filter lets those below a limit through. */
  readonly tags: Uint16Array;
}

/** Tags are even from 0 to below this. */
export const tagBound = 10_000;

/** How far vectors lie from the centre of their cluster; centres lie 1 from the middle in each direction. */
const spread = 1.6;
/** Within a cluster vectors differ in these many directions most, and in all others a little. */
const directions = 24;

/**
 * Clusters, the first ones larger: a centre, a few directions in which its vectors differ, and a little noise in all of
 * them. For `dot` and `euclidean` vectors have different lengths; for `cosine` all have the length 1.
 */
export function* makeCollection({ n, d, metric, seed, queries }: DataSettings): Steps<Collection> {
  const chance = chanceOf(seed, streams.vectors);
  const clusters = clusterCount(n);
  const shape = makeShape(clusters, d, chance);
  const [data, clusterOf, tags] = [new Float32Array(n * d), new Uint16Array(n), new Uint16Array(n)];
  for (let id = 0; id < n; id++) {
    if (id % 512 === 0) yield { stage: 'data', share: id / n };
    clusterOf[id] = drawVector(shape, data.subarray(id * d, (id + 1) * d), chance);
    tags[id] = chance.below(tagBound);
  }
  const asking = chanceOf(seed, streams.queries);
  const [asked, queryClusters] = [new Float32Array(queries * d), new Uint16Array(queries)];
  for (let query = 0; query < queries; query++)
    queryClusters[query] = drawVector(shape, asked.subarray(query * d, (query + 1) * d), asking);
  if (metric === 'cosine') {
    normalise(data, d);
    normalise(asked, d);
  }
  const vectors = { data, count: n, dimensions: d, metric };
  return { vectors, queries: asked, queryCount: queries, clusters, clusterOf, queryClusters, tags };
}

/** About a hundred vectors a cluster, but at least eight clusters. */
function clusterCount(n: number): number {
  return Math.max(8, Math.min(1000, Math.round(n / 100)));
}

export function queryAt({ queries, vectors }: Collection, query: number): Float32Array {
  return queries.subarray(query * vectors.dimensions, (query + 1) * vectors.dimensions);
}

interface Shape {
  readonly clusters: number;
  readonly centres: Float32Array;
  /** For each cluster, `directions` rows of numbers. */
  readonly axes: Float32Array;
}

function makeShape(clusters: number, d: number, chance: Chance): Shape {
  const draw = (size: number): Float32Array => Float32Array.from({ length: size }, () => chance.noise());
  return { clusters, centres: draw(clusters * d), axes: draw(clusters * directions * d) };
}

/** Fills a vector; gives its cluster. */
function drawVector({ clusters, centres, axes }: Shape, into: Float32Array, chance: Chance): number {
  const d = into.length;
  const cluster = Math.min(chance.below(clusters), chance.below(clusters));
  into.set(centres.subarray(cluster * d, (cluster + 1) * d));
  for (let axis = 0; axis < directions; axis++) {
    const along = (chance.noise() * spread) / Math.sqrt(directions);
    const start = (cluster * directions + axis) * d;
    for (let at = 0; at < d; at++) into[at] = (into[at] as number) + along * (axes[start + at] as number);
  }
  const length = 0.75 + chance.unit() / 2;
  for (let at = 0; at < d; at++) into[at] = ((into[at] as number) + 0.4 * chance.noise()) * length;
  return cluster;
}
