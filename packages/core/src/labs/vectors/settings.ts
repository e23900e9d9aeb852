import { type IndexKind, indexKinds } from './index-kind.ts';
import { type Metric, metrics } from './metric.ts';

/** What a run is made of. */
export interface VectorSettings {
  readonly index: IndexKind | 'all';
  /** How many vectors, of how many dimensions. */
  readonly n: number;
  readonly d: number;
  readonly metric: Metric;
  readonly seed: number;
  readonly queries: number;
  readonly k: number;
  readonly M: number;
  readonly efConstruction: number;
  readonly efSearch: number;
  readonly nlist: number;
  readonly nprobe: number;
  readonly m: number;
  readonly nbits: number;
  readonly sweep?: Sweep;
  /** The shares of vectors that a filter lets through. */
  readonly filters: readonly number[];
  readonly hybrid: boolean;
}

/** One parameter that takes several values. */
export interface Sweep {
  readonly parameter: SweptParameter;
  readonly values: readonly number[];
}

/** The parameters of each index: those it is built with, and the one that a search may choose. */
export const parametersOf = {
  exact: [],
  hnsw: ['M', 'efConstruction', 'efSearch'],
  ivf: ['nlist', 'nprobe'],
  pq: ['m', 'nbits'],
  'ivf-pq': ['nlist', 'nprobe', 'm', 'nbits'],
} as const satisfies Readonly<Record<IndexKind, readonly NumberName[]>>;

export const sweptParameters = ['M', 'efConstruction', 'efSearch', 'nlist', 'nprobe', 'm', 'nbits'] as const;
export type SweptParameter = (typeof sweptParameters)[number];
export type NumberName = SweptParameter | 'n' | 'd' | 'seed' | 'queries' | 'k';

/** The least and the most that each number may be. */
export const limits: Readonly<Record<NumberName, readonly [least: number, most: number]>> = {
  n: [300, 200_000],
  d: [4, 256],
  seed: [0, 2_147_483_647],
  queries: [1, 1000],
  k: [1, 100],
  M: [2, 64],
  efConstruction: [4, 800],
  efSearch: [1, 5000],
  nlist: [1, 4096],
  nprobe: [1, 4096],
  m: [1, 256],
  nbits: [2, 8],
};

export const defaultSettings: VectorSettings = {
  index: 'all',
  n: 2000,
  d: 32,
  metric: 'cosine',
  seed: 1,
  queries: 100,
  k: 10,
  M: 8,
  efConstruction: 60,
  efSearch: 40,
  nlist: 32,
  nprobe: 4,
  m: 8,
  nbits: 8,
  filters: [],
  hybrid: false,
};

/** Why settings make no run, in a sentence that says what to do; nothing where they do. */
export function settingsProblem(settings: VectorSettings): string | undefined {
  const { n, d, k, nprobe, sweep, filters } = settings;
  for (const [name, [least, most]] of Object.entries(limits) as [NumberName, readonly [number, number]][]) {
    const values = sweep?.parameter === name ? [settings[name], ...sweep.values] : [settings[name]];
    const wrong = values.find((value) => !Number.isInteger(value) || value < least || value > most);
    if (wrong !== undefined) return `${name} is ${wrong}; it is a whole number from ${least} to ${most}.`;
  }
  const each = (name: SweptParameter): readonly number[] =>
    sweep?.parameter === name ? sweep.values : [settings[name]];
  const kinds = settings.index === 'all' ? indexKinds : [settings.index];
  const uses = (parameter: SweptParameter): boolean =>
    kinds.some((kind) => (parametersOf[kind] as readonly string[]).includes(parameter));
  if (sweep && sweep.values.length === 0) return `The sweep of ${sweep.parameter} names no value.`;
  if (sweep && !uses(sweep.parameter)) return `The index ${settings.index} has no ${sweep.parameter} to sweep.`;
  if (uses('efSearch') && Math.min(...each('efSearch')) < k)
    return `efSearch is ${Math.min(...each('efSearch'))} and k is ${k}; a search keeps efSearch candidates, so it must be at least k.`;
  if (uses('nlist') && Math.max(...each('nlist')) > n)
    return `nlist is ${Math.max(...each('nlist'))} and n is ${n}; there cannot be more lists than vectors.`;
  if (uses('nprobe') && Math.max(...each('nprobe')) > Math.min(...each('nlist')))
    return `nprobe is ${Math.max(nprobe, ...each('nprobe'))} and nlist is ${Math.min(...each('nlist'))}; a search cannot read more lists than there are.`;
  const odd = uses('m') ? each('m').find((parts) => d % parts !== 0) : undefined;
  if (odd !== undefined) return `m is ${odd} and d is ${d}; codes cut a vector into equal parts, so m must divide d.`;
  if (filters.some((share) => !(share > 0 && share <= 1)))
    return 'A filter is the share of vectors that pass it: above 0, and at most 1.';
  if (!metrics.includes(settings.metric)) return `The metric is one of ${metrics.join(', ')}.`;
  return undefined;
}

/** The values over which a search of this index is tried where no sweep is asked for, the current one among them. */
export function usualSweep(kind: IndexKind, settings: VectorSettings): Sweep | undefined {
  const { k, n, efSearch, nlist, nprobe } = settings;
  if (kind === 'hnsw') {
    const values = [k, 10, 20, 40, 80, 160, 320, efSearch].filter((value) => value >= k && value <= n);
    return { parameter: 'efSearch', values: ascending(values) };
  }
  if (kind !== 'ivf' && kind !== 'ivf-pq') return undefined;
  const values = [1, 2, 4, 8, 16, 32, 64, 128, nprobe, nlist].filter((value) => value <= nlist);
  return { parameter: 'nprobe', values: ascending(values) };
}

function ascending(values: readonly number[]): readonly number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}
