import { type Collection, type DataSettings, makeCollection, queryAt } from './data.ts';
import { exactIndex } from './exact.ts';
import { compareFilters, type FilterReport } from './filters.ts';
import { buildGraph } from './hnsw.ts';
import { compareHybrid, type HybridReport } from './hybrid.ts';
import { type IndexKind, indexKinds, type MemoryPart, type VectorIndex } from './index-kind.ts';
import { buildInvertedFile } from './ivf.ts';
import { buildInvertedCodes } from './ivf-pq.ts';
import { nothingSpent } from './metric.ts';
import { buildCodes } from './pq.ts';
import { parametersOf, type SweptParameter, usualSweep, type VectorSettings } from './settings.ts';
import type { Steps } from './steps.ts';

/** One index with one choice of parameters, tried with all queries. */
export interface Point {
  readonly parameters: Readonly<Partial<Record<SweptParameter, number>>>;
  /** Whether the parameters are those of the settings, and not of a sweep. */
  readonly isCurrent: boolean;
  /** The share of the k true neighbours that were found, over all queries. */
  readonly recall: number;
  /** What a query cost, on average: distances of whole vectors, and distances read off codes. */
  readonly distances: number;
  readonly codes: number;
  readonly bytes: number;
  readonly memory: readonly MemoryPart[];
  /** What building cost, in distances of whole vectors. */
  readonly built: number;
  readonly reachable: number;
}

export interface IndexReport {
  readonly kind: IndexKind;
  readonly swept: SweptParameter | undefined;
  readonly points: readonly Point[];
}

export interface VectorReport {
  readonly settings: VectorSettings;
  readonly clusters: number;
  readonly indexes: readonly IndexReport[];
  readonly filters: readonly FilterReport[];
  readonly hybrid: HybridReport | undefined;
}

export interface Playground {
  /** Runs settings without a problem (see `settingsProblem`). What an earlier run made and this one needs is used again. */
  run(settings: VectorSettings): Steps<VectorReport>;
}

/** More indexes than this are not kept. */
const mostKept = 24;

/** Keeps the data and the indexes of the last runs, so that turning what only concerns searches builds nothing. */
export function createPlayground(): Playground {
  const collections = new Map<string, Collection>();
  const truths = new Map<string, readonly ReadonlySet<number>[]>();
  const indexes = new Map<string, VectorIndex>();
  return {
    *run(settings) {
      const dataKey = keyOf(settings, ['n', 'd', 'metric', 'seed', 'queries']);
      if (!collections.has(dataKey)) {
        for (const kept of [collections, truths, indexes]) kept.clear();
        collections.set(dataKey, yield* makeCollection(settings satisfies DataSettings));
      }
      const collection = collections.get(dataKey) as Collection;
      const truth = truths.get(String(settings.k)) ?? (yield* findTruth(collection, settings));
      truths.set(String(settings.k), truth);
      const build = function* (kind: IndexKind, tried: VectorSettings): Steps<VectorIndex> {
        const key = keyOf(tried, [...parametersOf[kind].filter(isOfBuild), 'seed'], kind);
        const index = indexes.get(key) ?? (yield* buildIndex(kind, collection, tried));
        // The one used last goes last.
        indexes.delete(key);
        indexes.set(key, index);
        for (const oldest of [...indexes.keys()].slice(0, -mostKept)) indexes.delete(oldest);
        return index;
      };
      const reports: IndexReport[] = [];
      for (const kind of settings.index === 'all' ? indexKinds : [settings.index]) {
        const sweep = concerns(kind, settings.sweep?.parameter) ? settings.sweep : usualSweepOf(kind, settings);
        const points: Point[] = [];
        for (const value of sweep?.values ?? [undefined]) {
          const tried = sweep && value !== undefined ? { ...settings, [sweep.parameter]: value } : settings;
          const index = yield* build(kind, tried);
          points.push(yield* tryIndex(index, collection, truth, { settings, tried }));
        }
        reports.push({ kind, swept: sweep?.parameter, points });
      }
      const filters: FilterReport[] = [];
      for (const share of settings.filters) {
        const kind = settings.index === 'all' ? 'hnsw' : settings.index;
        filters.push(yield* compareFilters(collection, yield* build(kind, settings), settings, share));
      }
      const hybrid = settings.hybrid ? yield* compareHybrid(collection, settings.k, settings.seed) : undefined;
      return { settings, clusters: collection.clusters, indexes: reports, filters, hybrid };
    },
  };
}

/** Where a sweep of something else is asked for, an index that it does not concern stays at one point. */
function usualSweepOf(kind: IndexKind, settings: VectorSettings): VectorSettings['sweep'] {
  return settings.sweep ? undefined : usualSweep(kind, settings);
}

function concerns(kind: IndexKind, parameter: SweptParameter | undefined): boolean {
  return parameter !== undefined && (parametersOf[kind] as readonly string[]).includes(parameter);
}

function isOfBuild(parameter: SweptParameter): boolean {
  return parameter !== 'efSearch' && parameter !== 'nprobe';
}

function keyOf(settings: VectorSettings, names: readonly (keyof VectorSettings)[], kind = ''): string {
  return [kind, ...names.map((name) => settings[name])].join(' ');
}

function* findTruth(collection: Collection, { k }: VectorSettings): Steps<readonly ReadonlySet<number>[]> {
  const exact = exactIndex(collection.vectors);
  const truth: ReadonlySet<number>[] = [];
  for (let at = 0; at < collection.queryCount; at++) {
    yield { stage: 'truth', share: at / collection.queryCount };
    truth.push(new Set(exact.search(queryAt(collection, at), { k, efSearch: k, nprobe: 1 }, nothingSpent())));
  }
  return truth;
}

function* buildIndex(kind: IndexKind, { vectors }: Collection, settings: VectorSettings): Steps<VectorIndex> {
  switch (kind) {
    case 'exact':
      return exactIndex(vectors);
    case 'hnsw':
      return yield* buildGraph(vectors, settings);
    case 'ivf':
      return yield* buildInvertedFile(vectors, settings);
    case 'pq':
      return yield* buildCodes(vectors, settings);
    case 'ivf-pq':
      return yield* buildInvertedCodes(vectors, settings);
  }
}

function* tryIndex(
  index: VectorIndex,
  collection: Collection,
  truth: readonly ReadonlySet<number>[],
  { settings, tried }: { readonly settings: VectorSettings; readonly tried: VectorSettings },
): Steps<Point> {
  const spent = nothingSpent();
  const { queryCount } = collection;
  let hits = 0;
  for (const [at, own] of truth.entries()) {
    yield { stage: 'search', share: at / queryCount };
    hits += index.search(queryAt(collection, at), tried, spent).filter((id) => own.has(id)).length;
  }
  const names = parametersOf[index.kind] as readonly SweptParameter[];
  return {
    parameters: Object.fromEntries(names.map((name) => [name, tried[name]])),
    isCurrent: names.every((name) => tried[name] === settings[name]),
    recall: hits / (queryCount * settings.k),
    distances: spent.distances / queryCount,
    codes: spent.codes / queryCount,
    bytes: index.memory.reduce((sum, { bytes }) => sum + bytes, 0),
    memory: index.memory,
    built: index.built.distances,
    reachable: index.reachable,
  };
}
