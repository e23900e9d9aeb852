export const metrics = ['cosine', 'dot', 'euclidean'] as const;
export type Metric = (typeof metrics)[number];

/** Vectors in one row of numbers: vector `i` begins at `i * dimensions`. For `cosine` each has the length 1. */
export interface Vectors {
  readonly data: Float32Array;
  readonly count: number;
  readonly dimensions: number;
  readonly metric: Metric;
}

/** What a search cost, or a build. The sum grows while it runs. */
export interface Spent {
  /** Distances between whole vectors. */
  distances: number;
  /** Distances read off codes. */
  codes: number;
}

export const nothingSpent = (): Spent => ({ distances: 0, codes: 0 });

/** How far the vector at `a[aAt]` is from the one at `b[bAt]`; less is nearer. Only its order and sums mean something. */
export type Distance = (a: Float32Array, aAt: number, b: Float32Array, bAt: number, dimensions: number) => number;

/** The square of the Euclidean distance, which orders as the distance does. */
const squared: Distance = (a, aAt, b, bAt, dimensions) => {
  let sum = 0;
  for (let at = 0; at < dimensions; at++) {
    const gap = (a[aAt + at] as number) - (b[bAt + at] as number);
    sum += gap * gap;
  }
  return sum;
};

/** The dot product with its sign turned. On vectors of length 1 it orders as the cosine does. */
export const opposed: Distance = (a, aAt, b, bAt, dimensions) => {
  let sum = 0;
  for (let at = 0; at < dimensions; at++) sum += (a[aAt + at] as number) * (b[bAt + at] as number);
  return -sum;
};

export function distanceOf(metric: Metric): Distance {
  return metric === 'euclidean' ? squared : opposed;
}

/** Gives each vector the length 1, in place. */
export function normalise(data: Float32Array, dimensions: number): void {
  for (let start = 0; start < data.length; start += dimensions) {
    const length = Math.sqrt(-opposed(data, start, data, start, dimensions)) || 1;
    for (let at = start; at < start + dimensions; at++) data[at] = (data[at] as number) / length;
  }
}
