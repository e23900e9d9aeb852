import type { Chance } from './chance.ts';
import { sampleOf } from './chance.ts';
import type { Steps } from './steps.ts';

/** The rounds after which centroids hardly move any more. */
export const rounds = 6;

export interface Clustering {
  /** Rows of `stride` numbers, of which the `width` from `from` on count. */
  readonly data: Float32Array;
  readonly stride: number;
  readonly from: number;
  readonly width: number;
  readonly centroids: number;
  readonly chance: Chance;
}

/**
 * Lloyd's k-means (1982) with a fixed number of rounds, from a random choice of rows as first centroids. A centroid that
 * attracts no row stays where it was.
 */
export function* centroidsOf({ data, stride, from, width, centroids, chance }: Clustering): Steps<Float32Array> {
  const rows = data.length / stride;
  const result = new Float32Array(centroids * width);
  const first = sampleOf(rows, centroids, chance);
  for (let c = 0; c < centroids; c++) {
    const at = (first[c % first.length] as number) * stride + from;
    result.set(data.subarray(at, at + width), c * width);
  }
  for (let round = 0; round < rounds; round++) {
    const sums = new Float64Array(result.length);
    const members = new Int32Array(centroids);
    for (let row = 0; row < rows; row++) {
      if (row % 256 === 0) yield { stage: 'build', share: (round + row / rows) / rounds };
      const at = row * stride + from;
      const c = nearestCentroid(data, at, result, width);
      members[c] = (members[c] as number) + 1;
      for (let i = 0; i < width; i++) sums[c * width + i] = (sums[c * width + i] as number) + (data[at + i] as number);
    }
    for (let c = 0; c < centroids; c++) {
      const size = members[c] as number;
      if (size === 0) continue;
      for (let i = 0; i < width; i++) result[c * width + i] = (sums[c * width + i] as number) / size;
    }
  }
  return result;
}

/** Of rows of `width` numbers, the one nearest to `data[at]`. Most of the time of building goes into this loop. */
export function nearestCentroid(data: Float32Array, at: number, centroids: Float32Array, width: number): number {
  let best = 0;
  let nearest = Number.POSITIVE_INFINITY;
  for (let c = 0, start = 0; start < centroids.length; c++, start += width) {
    let distance = 0;
    for (let i = 0; i < width; i++) {
      const gap = (data[at + i] as number) - (centroids[start + i] as number);
      distance += gap * gap;
    }
    if (distance >= nearest) continue;
    best = c;
    nearest = distance;
  }
  return best;
}
