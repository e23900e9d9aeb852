import { type Chance, chanceOf, streams } from './chance.ts';
import { vectorsPart } from './exact.ts';
import { Heap } from './heap.ts';
import type { Asked, MemoryPart, VectorIndex } from './index-kind.ts';
import { type Distance, distanceOf, nothingSpent, type Spent, type Vectors } from './metric.ts';
import type { Steps } from './steps.ts';

export interface GraphSettings {
  /** Links of a vector on the upper layers; the base layer has room for twice as many. */
  readonly M: number;
  /** Candidates that are kept while a vector is linked in. */
  readonly efConstruction: number;
  readonly seed: number;
}

const mostLevels = 24;

/**
 * A hierarchical navigable small world (Malkov and Yashunin, "Efficient and robust approximate nearest neighbor search
 * using Hierarchical Navigable Small World graphs", 2016): vectors go in one by one, each linked to near ones that are
 * chosen by the paper's heuristic (its algorithm 4), without its two optional extensions.
 */
export function* buildGraph(vectors: Vectors, settings: GraphSettings): Steps<VectorIndex> {
  const graph = new Graph(vectors, settings);
  for (let id = 0; id < vectors.count; id++) {
    if (id % 8 === 0) yield { stage: 'build', share: id / vectors.count };
    graph.insert(id);
  }
  return {
    kind: 'hnsw',
    memory: graph.memory(),
    built: graph.built,
    reachable: graph.reachable(),
    search: (query, asked, spent) => graph.search(query, asked, spent),
  };
}

class Graph {
  readonly built: Spent = nothingSpent();
  readonly #vectors: Vectors;
  readonly #settings: GraphSettings;
  readonly #distance: Distance;
  /** Rows of 2M ids; a row ends early at -1. */
  readonly #base: Int32Array;
  /** For each layer above the base that a vector is on, a row of M ids; the rows of a vector stand together. */
  readonly #upper: Int32Array;
  readonly #upperAt: Int32Array;
  readonly #levels: Uint8Array;
  /** The run in which a vector was last seen; saves clearing a list for each search. */
  readonly #seen: Int32Array;
  #run = 0;
  #entry = -1;

  constructor(vectors: Vectors, settings: GraphSettings) {
    const { count } = vectors;
    const { M, seed } = settings;
    this.#vectors = vectors;
    this.#settings = settings;
    this.#distance = distanceOf(vectors.metric);
    this.#base = new Int32Array(count * 2 * M).fill(-1);
    this.#levels = drawLevels(count, M, chanceOf(seed, streams.index));
    this.#upperAt = new Int32Array(count);
    let rows = 0;
    for (let id = 0; id < count; id++) {
      this.#upperAt[id] = rows * M;
      rows += this.#levels[id] as number;
    }
    this.#upper = new Int32Array(rows * M).fill(-1);
    this.#seen = new Int32Array(count);
  }

  /** Links a vector in. Vectors go in by their number, the lowest first. */
  insert(id: number): void {
    const { M, efConstruction } = this.#settings;
    const level = this.#levels[id] as number;
    if (this.#entry < 0) {
      this.#entry = id;
      return;
    }
    const { data, dimensions } = this.#vectors;
    const query = data.subarray(id * dimensions, (id + 1) * dimensions);
    const top = this.#levels[this.#entry] as number;
    let entries: readonly number[] = [this.#descend(query, top, level, this.built)];
    for (let layer = Math.min(level, top); layer >= 0; layer--) {
      const found = this.#searchLayer({ query, entries, ef: efConstruction, layer }, this.built);
      entries = found.drain();
      const chosen = this.#choose(id, entries, M);
      this.#setLinks(id, layer, chosen);
      for (const other of chosen) this.#linkBack(other, id, layer);
    }
    if (level > top) this.#entry = id;
  }

  search(query: Float32Array, { k, efSearch, passes }: Asked, spent: Spent): readonly number[] {
    if (this.#entry < 0) return [];
    const entry = this.#descend(query, this.#levels[this.#entry] as number, 0, spent);
    const ef = Math.max(efSearch, k);
    return this.#searchLayer({ query, entries: [entry], ef, layer: 0, passes }, spent)
      .drain()
      .slice(0, k);
  }

  memory(): readonly MemoryPart[] {
    const { count } = this.#vectors;
    const { M } = this.#settings;
    return [
      vectorsPart(this.#vectors),
      { name: 'links', formula: `8 × M × n = 8 × ${M} × ${count}`, bytes: this.#base.byteLength },
      {
        name: 'upper-links',
        formula: `4 × M × rows above the base = 4 × ${M} × ${this.#upper.length / M}`,
        bytes: this.#upper.byteLength,
      },
      {
        name: 'levels',
        formula: `5 × n = 5 × ${count}`,
        bytes: this.#upperAt.byteLength + this.#levels.byteLength,
      },
    ];
  }

  /** The share of vectors to which links of the base layer lead from where searches begin. */
  reachable(): number {
    if (this.#entry < 0) return 1;
    const known = new Set([this.#entry]);
    // A set may grow while it is walked.
    for (const id of known) for (const other of this.#links(id, 0)) known.add(other);
    return known.size / this.#vectors.count;
  }

  /** Walks greedily from the entry down to just above `level`. Gives where it ends. */
  #descend(query: Float32Array, top: number, level: number, spent: Spent): number {
    let id = this.#entry;
    let distance = this.#far(query, id, spent);
    for (let layer = top; layer > level; layer--) {
      for (let moved = true; moved; ) {
        moved = false;
        for (const other of this.#links(id, layer)) {
          const next = this.#far(query, other, spent);
          if (next >= distance) continue;
          [id, distance, moved] = [other, next, true];
        }
      }
    }
    return id;
  }

  /**
   * The `ef` nearest that a walk along the links of a layer finds. What does not pass is walked through but not kept, so a
   * narrow filter makes the walk longer and not its result shorter.
   */
  #searchLayer(
    walk: {
      readonly query: Float32Array;
      readonly entries: readonly number[];
      readonly ef: number;
      readonly layer: number;
      readonly passes?: Asked['passes'];
    },
    spent: Spent,
  ): Heap {
    const { query, entries, ef, layer, passes } = walk;
    this.#run += 1;
    const open = new Heap('nearest');
    const found = new Heap('farthest');
    const meet = (id: number): void => {
      this.#seen[id] = this.#run;
      const distance = this.#far(query, id, spent);
      if (found.size >= ef && distance >= found.topDistance) return;
      open.push(id, distance);
      if (passes && !passes(id)) return;
      found.push(id, distance);
      if (found.size > ef) found.pop();
    };
    for (const id of entries) meet(id);
    while (open.size > 0) {
      if (found.size >= ef && open.topDistance > found.topDistance) break;
      const id = open.topId;
      open.pop();
      for (const other of this.#links(id, layer)) if (this.#seen[other] !== this.#run) meet(other);
    }
    return found;
  }

  /** Of the candidates, nearest first, those that are nearer to `id` than to any one chosen before. */
  #choose(id: number, candidates: readonly number[], most: number): readonly number[] {
    const { data, dimensions } = this.#vectors;
    const chosen: number[] = [];
    for (const candidate of candidates) {
      if (chosen.length >= most) break;
      const own = this.#between(id, candidate);
      const isCovered = chosen.some((other) => {
        this.built.distances += 1;
        return this.#distance(data, candidate * dimensions, data, other * dimensions, dimensions) < own;
      });
      if (!isCovered) chosen.push(candidate);
    }
    return chosen;
  }

  /** Adds a link from `from` to `to`; where the row is full, the links are chosen anew. */
  #linkBack(from: number, to: number, layer: number): void {
    const links = this.#links(from, layer);
    const room = this.#room(layer);
    if (links.length < room) {
      this.#setLinks(from, layer, [...links, to]);
      return;
    }
    const nearest = new Heap('nearest');
    for (const id of [...links, to]) nearest.push(id, this.#between(from, id));
    this.#setLinks(from, layer, this.#choose(from, nearest.drain(), room));
  }

  #far(query: Float32Array, id: number, spent: Spent): number {
    spent.distances += 1;
    const { data, dimensions } = this.#vectors;
    return this.#distance(query, 0, data, id * dimensions, dimensions);
  }

  #between(a: number, b: number): number {
    this.built.distances += 1;
    const { data, dimensions } = this.#vectors;
    return this.#distance(data, a * dimensions, data, b * dimensions, dimensions);
  }

  #room(layer: number): number {
    return layer === 0 ? 2 * this.#settings.M : this.#settings.M;
  }

  #row(id: number, layer: number): Int32Array {
    const { M } = this.#settings;
    if (layer === 0) return this.#base.subarray(id * 2 * M, (id + 1) * 2 * M);
    const start = (this.#upperAt[id] as number) + (layer - 1) * M;
    return this.#upper.subarray(start, start + M);
  }

  #links(id: number, layer: number): Int32Array {
    const row = this.#row(id, layer);
    const end = row.indexOf(-1);
    return end < 0 ? row : row.subarray(0, end);
  }

  #setLinks(id: number, layer: number, links: readonly number[]): void {
    const row = this.#row(id, layer);
    row.fill(-1);
    row.set(links);
  }
}

/**
 * The highest layer of each vector. One more with a chance of 1 in M each time: the paper's floor(-ln(u) / ln(M)), of
 * which this has the distribution without a logarithm.
 */
function drawLevels(count: number, M: number, chance: Chance): Uint8Array {
  return Uint8Array.from({ length: count }, () => {
    let level = 0;
    while (level < mostLevels && chance.below(M) === 0) level += 1;
    return level;
  });
}
