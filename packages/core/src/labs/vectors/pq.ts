import { chanceOf, sampleOf, streams } from './chance.ts';
import { Nearest } from './heap.ts';
import type { MemoryPart, VectorIndex } from './index-kind.ts';
import { rowsOf } from './ivf.ts';
import { centroidsOf, nearestCentroid, rounds } from './kmeans.ts';
import { distanceOf, type Metric, nothingSpent, type Spent, type Vectors } from './metric.ts';
import type { Steps } from './steps.ts';

export interface CodeSettings {
  /** Parts of a vector; divides its dimensions. */
  readonly m: number;
  /** Bits for the number of a part's centroid. */
  readonly nbits: number;
  readonly seed: number;
}

/** How vectors become codes. */
export interface Codebooks {
  readonly m: number;
  readonly nbits: number;
  /** Values in a part. */
  readonly width: number;
  /** For each part, 2^nbits centroids of `width` values. */
  readonly parts: readonly Float32Array[];
}

/** Codes packed without a gap: a vector takes m × nbits bits, rounded up to whole bytes. */
export interface Codes {
  readonly data: Uint8Array;
  readonly bytesEach: number;
}

/** As many vectors a centroid are enough to learn a codebook from. */
const trainingPerCentroid = 8;

/**
 * Product quantization (Jégou, Douze and Schmid, "Product quantization for nearest neighbor search", 2011), searched by
 * asymmetric distances: the query stays whole and only what is stored is rounded.
 */
export function* buildCodes(vectors: Vectors, settings: CodeSettings): Steps<VectorIndex> {
  const { count, metric } = vectors;
  const built = nothingSpent();
  const books = yield* learnCodebooks(vectors, settings, built);
  const codes = yield* encode(vectors, books, built);
  return {
    kind: 'pq',
    memory: [codesPart(codes, books, count), codebooksPart(books)],
    built,
    reachable: 1,
    search(query, { k, passes }, spent) {
      const table = distanceTable(query, books, metric, spent);
      const nearest = new Nearest(k);
      for (let id = 0; id < count; id++) {
        if (passes && !passes(id)) continue;
        spent.codes += 1;
        nearest.offer(id, codeDistance(codes, id, table, books));
      }
      return nearest.drain();
    },
  };
}

/** Learns 2^nbits centroids a part from a sample. What it cost is told in distances of whole vectors. */
export function* learnCodebooks(vectors: Vectors, { m, nbits, seed }: CodeSettings, built: Spent): Steps<Codebooks> {
  const { count, dimensions } = vectors;
  const chance = chanceOf(seed, streams.index);
  const [centroids, width] = [2 ** nbits, dimensions / m];
  const data = rowsOf(vectors, sampleOf(count, trainingPerCentroid * centroids, chance));
  const parts: Float32Array[] = [];
  for (let part = 0; part < m; part++)
    parts.push(yield* centroidsOf({ data, stride: dimensions, from: part * width, width, centroids, chance }));
  built.distances += (data.length / dimensions) * centroids * rounds;
  return { m, nbits, width, parts };
}

export function* encode({ data, count, dimensions }: Vectors, books: Codebooks, built: Spent): Steps<Codes> {
  const { m, nbits, width, parts } = books;
  const bytesEach = Math.ceil((m * nbits) / 8);
  const codes = new Uint8Array(count * bytesEach);
  for (let id = 0; id < count; id++) {
    if (id % 64 === 0) yield { stage: 'build', share: id / count };
    parts.forEach((centroids, part) => {
      const code = nearestCentroid(data, id * dimensions + part * width, centroids, width);
      // A code of at most 8 bits lies in one byte or in two that follow each other.
      const bit = part * nbits;
      const at = id * bytesEach + (bit >> 3);
      const spread = code << (bit & 7);
      codes[at] = (codes[at] as number) | (spread & 255);
      if (spread > 255) codes[at + 1] = (codes[at + 1] as number) | (spread >> 8);
    });
  }
  built.distances += count * 2 ** nbits;
  return { data: codes, bytesEach };
}

/** The number of the centroid that stands for a part of a vector. */
export function codeAt({ data, bytesEach }: Codes, id: number, part: number, nbits: number): number {
  const bit = part * nbits;
  const at = id * bytesEach + (bit >> 3);
  const two = (data[at] as number) | ((data[at + 1] ?? 0) << 8);
  return (two >> (bit & 7)) & (2 ** nbits - 1);
}

/** What each centroid of each part adds to the distance from a query; as much work as 2^nbits whole distances. */
export function distanceTable(query: Float32Array, books: Codebooks, metric: Metric, spent: Spent): Float64Array {
  const { m, nbits, width, parts } = books;
  const centroids = 2 ** nbits;
  const distance = distanceOf(metric);
  const table = new Float64Array(m * centroids);
  parts.forEach((own, part) => {
    for (let c = 0; c < centroids; c++)
      table[part * centroids + c] = distance(query, part * width, own, c * width, width);
  });
  spent.distances += centroids;
  return table;
}

/** How far the query of a table is from a code: one entry a part, added up. */
export function codeDistance(codes: Codes, id: number, table: Float64Array, { m, nbits }: Codebooks): number {
  let sum = 0;
  for (let part = 0; part < m; part++) sum += table[part * 2 ** nbits + codeAt(codes, id, part, nbits)] as number;
  return sum;
}

export function codesPart({ data }: Codes, { m, nbits }: Codebooks, count: number): MemoryPart {
  const bytes = `${m} × ${nbits} / 8`;
  const whole = (m * nbits) % 8 === 0 ? bytes : `⌈${bytes}⌉`;
  return { name: 'codes', formula: `m × nbits / 8 × n = ${whole} × ${count}`, bytes: data.byteLength };
}

export function codebooksPart({ m, nbits, width, parts }: Codebooks): MemoryPart {
  return {
    name: 'codebooks',
    formula: `4 × d × 2^nbits = 4 × ${m * width} × ${2 ** nbits}`,
    bytes: parts.reduce((sum, part) => sum + part.byteLength, 0),
  };
}
