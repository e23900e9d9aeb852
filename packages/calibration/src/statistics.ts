import { makeRandom } from './random.ts';

/** Pairs of what was predicted and what a grader said. */
export type Pairs = readonly (readonly [number, number])[];

/** Cohen's kappa over categories; NaN when both sides always say the same one thing. */
export function kappa(pairs: Pairs): number {
  return weightedKappa(pairs, (a, b) => (a === b ? 0 : 1));
}

/** Kappa with quadratic weights, for ordered categories. */
export function quadraticKappa(pairs: Pairs): number {
  return weightedKappa(pairs, (a, b) => (a - b) ** 2);
}

function weightedKappa(pairs: Pairs, cost: (a: number, b: number) => number): number {
  const left = new Map<number, number>();
  const right = new Map<number, number>();
  let observed = 0;
  for (const [a, b] of pairs) {
    left.set(a, (left.get(a) ?? 0) + 1);
    right.set(b, (right.get(b) ?? 0) + 1);
    observed += cost(a, b);
  }
  let expected = 0;
  for (const [a, many] of left) for (const [b, count] of right) expected += (many * count * cost(a, b)) / pairs.length;
  return expected === 0 ? Number.NaN : 1 - observed / expected;
}

/** The value that half of them are below. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value that this share of them is below; not a number where there are none. */
export function quantile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * A 95% interval by resampling groups (answers) with replacement: percentile bootstrap with a fixed seed, so the same
 * labels give the same bytes.
 */
export function bootstrap<T>(
  groups: readonly T[],
  statistic: (sample: readonly T[]) => number,
  rounds = 400,
): readonly [number, number] {
  const random = makeRandom(20260601);
  const values: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const sample = groups.map(() => groups[random.below(groups.length)] as T);
    const value = statistic(sample);
    if (Number.isFinite(value)) values.push(value);
  }
  values.sort((a, b) => a - b);
  const at = (share: number): number =>
    values[Math.min(values.length - 1, Math.floor(share * values.length))] ?? Number.NaN;
  return [at(0.025), at(0.975)];
}
