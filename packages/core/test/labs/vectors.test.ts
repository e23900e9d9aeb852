import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceOf, sampleOf } from '../../src/labs/vectors/chance.ts';
import { type Collection, makeCollection, queryAt } from '../../src/labs/vectors/data.ts';
import { exactIndex } from '../../src/labs/vectors/exact.ts';
import { fuse } from '../../src/labs/vectors/fusion.ts';
import { Heap } from '../../src/labs/vectors/heap.ts';
import { buildGraph } from '../../src/labs/vectors/hnsw.ts';
import type { IndexKind, VectorIndex } from '../../src/labs/vectors/index-kind.ts';
import { buildInvertedFile } from '../../src/labs/vectors/ivf.ts';
import { buildInvertedCodes } from '../../src/labs/vectors/ivf-pq.ts';
import { distanceOf, type Metric, metrics, nothingSpent, type Vectors } from '../../src/labs/vectors/metric.ts';
import { buildCodes, codeAt, codeDistance, distanceTable, encode, learnCodebooks } from '../../src/labs/vectors/pq.ts';
import { sparseIndex, weigh } from '../../src/labs/vectors/sparse.ts';
import { finish } from '../../src/labs/vectors/steps.ts';

function collectionOf(settings: Partial<Parameters<typeof makeCollection>[0]> = {}): Collection {
  return finish(makeCollection({ n: 600, d: 16, metric: 'cosine', seed: 1, queries: 20, ...settings }));
}

const built = { M: 8, efConstruction: 40, nlist: 12, m: 4, nbits: 6, seed: 1 };
const builders: Readonly<Record<IndexKind, (vectors: Vectors, settings: typeof built) => VectorIndex>> = {
  exact: (vectors) => exactIndex(vectors),
  hnsw: (vectors, settings) => finish(buildGraph(vectors, settings)),
  ivf: (vectors, settings) => finish(buildInvertedFile(vectors, settings)),
  pq: (vectors, settings) => finish(buildCodes(vectors, settings)),
  'ivf-pq': (vectors, settings) => finish(buildInvertedCodes(vectors, settings)),
};
const kinds = Object.keys(builders) as IndexKind[];

/** The exact answer by sorting everything, with no code of the index in it. */
function bySorting({ data, count, dimensions, metric }: Vectors, query: Float32Array, k: number): readonly number[] {
  const far = (id: number): number => {
    const values = [...data.subarray(id * dimensions, (id + 1) * dimensions)];
    return metric === 'euclidean'
      ? values.reduce((sum, value, at) => sum + (value - (query[at] ?? 0)) ** 2, 0)
      : -values.reduce((sum, value, at) => sum + value * (query[at] ?? 0), 0);
  };
  return Array.from({ length: count }, (_, id) => id)
    .map((id) => [id, far(id)] as const)
    .sort(([a, x], [b, y]) => x - y || a - b)
    .slice(0, k)
    .map(([id]) => id);
}

function recallOf(collection: Collection, index: VectorIndex, asked: { k: number; efSearch: number; nprobe: number }) {
  let hits = 0;
  for (let at = 0; at < collection.queryCount; at++) {
    const query = queryAt(collection, at);
    const truth = bySorting(collection.vectors, query, asked.k);
    hits += index.search(query, asked, nothingSpent()).filter((id) => truth.includes(id)).length;
  }
  return hits / (collection.queryCount * asked.k);
}

describe('the data', () => {
  it('is the same for a seed and another for another', () => {
    const bytes = (seed: number): readonly number[] => [...new Uint8Array(collectionOf({ seed }).vectors.data.buffer)];
    expect(bytes(7)).toEqual(bytes(7));
    expect(bytes(7)).not.toEqual(bytes(8));
  });

  it('has the length 1 for cosine, and none of the queries among the vectors', () => {
    const { vectors, queries } = collectionOf();
    const rows = (data: Float32Array): readonly string[] =>
      Array.from({ length: data.length / 16 }, (_, row) => data.subarray(row * 16, row * 16 + 16).join(' '));
    for (const row of rows(vectors.data)) expect(Math.hypot(...row.split(' ').map(Number))).toBeCloseTo(1, 5);
    const known = new Set(rows(vectors.data));
    expect(rows(queries).filter((row) => known.has(row))).toEqual([]);
  });

  it('draws a sample without drawing anything twice', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1, max: 300 }),
        fc.nat(),
        (bound, count, seed) => {
          const sample = sampleOf(bound, count, chanceOf(seed, 1));
          expect(new Set(sample).size).toBe(Math.min(bound, count));
          expect(sample.every((one) => one >= 0 && one < bound)).toBe(true);
        },
      ),
    );
  });
});

describe('a heap', () => {
  it('gives back what it was given, the nearest first, the smaller id first among equals', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 })),
        fc.constantFrom('nearest', 'farthest'),
        (distances, top) => {
          const heap = new Heap(top);
          distances.forEach((distance, id) => {
            heap.push(id, distance);
          });
          const expected = distances.map((distance, id) => [distance, id] as const);
          expected.sort(([x, a], [y, b]) => x - y || a - b);
          expect(heap.drain()).toEqual(expected.map(([, id]) => id));
        },
      ),
    );
  });
});

describe('an index', { timeout: 60_000 }, () => {
  it.each(metrics)('exact agrees with sorting everything, by %s', (metric) => {
    const collection = collectionOf({ metric });
    const index = exactIndex(collection.vectors);
    for (let at = 0; at < collection.queryCount; at++) {
      const query = queryAt(collection, at);
      const spent = nothingSpent();
      expect(index.search(query, { k: 7, efSearch: 1, nprobe: 1 }, spent)).toEqual(
        bySorting(collection.vectors, query, 7),
      );
      expect(spent).toEqual({ distances: 600, codes: 0 });
    }
  });

  it.each(metrics)('hnsw finds all by %s when it keeps as many candidates as there are vectors', (metric) => {
    const collection = collectionOf({ metric, n: 400 });
    const index = builders.hnsw(collection.vectors, { ...built, M: 16, efConstruction: 100 });
    if (metric !== 'dot') expect(index.reachable).toBe(1);
    const recall = recallOf(collection, index, { k: 10, efSearch: 400, nprobe: 1 });
    expect(recall).toBeGreaterThanOrEqual(index.reachable === 1 ? 1 : 0.95);
  });

  it.each(metrics)('ivf that reads every list gives by %s what exact gives', (metric) => {
    const collection = collectionOf({ metric });
    const index = builders.ivf(collection.vectors, built);
    for (let at = 0; at < collection.queryCount; at++) {
      const query = queryAt(collection, at);
      const spent = nothingSpent();
      expect(index.search(query, { k: 5, efSearch: 1, nprobe: 12 }, spent)).toEqual(
        bySorting(collection.vectors, query, 5),
      );
      expect(spent.distances).toBe(600 + 12);
    }
  });

  it.each([
    ['hnsw', 'efSearch', [10, 20, 40, 80]],
    ['ivf', 'nprobe', [1, 2, 4, 8, 12]],
    ['ivf-pq', 'nprobe', [1, 4, 12]],
  ] as const)('%s finds more, over seeds, the larger %s is', (kind, parameter, values) => {
    const recalls = values.map((value) => {
      const seeds = [1, 2, 3, 4];
      const all = seeds.map((seed) => {
        const collection = collectionOf({ seed });
        const index = builders[kind](collection.vectors, { ...built, M: 4, efConstruction: 20, seed });
        return recallOf(collection, index, { k: 10, efSearch: 10, nprobe: 1, [parameter]: value });
      });
      return all.reduce((sum, one) => sum + one, 0) / seeds.length;
    });
    expect(recalls).toEqual([...recalls].sort((a, b) => a - b));
    expect(recalls.at(-1)).toBeGreaterThan((recalls[0] ?? 1) + 0.05);
  });

  it.each(kinds)('%s gives nothing that a filter keeps out, nothing twice, and no more than k', (kind) => {
    const collection = collectionOf({ n: 300, queries: 5 });
    const index = builders[kind](collection.vectors, built);
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat({ max: 299 }), { maxLength: 60 }),
        fc.integer({ min: 1, max: 20 }),
        fc.nat({ max: 4 }),
        (allowed, k, at) => {
          const passes = (id: number): boolean => allowed.includes(id);
          const query = queryAt(collection, at);
          const found = index.search(query, { k, efSearch: 20, nprobe: 4, passes }, nothingSpent());
          expect(found.every(passes)).toBe(true);
          expect(new Set(found).size).toBe(found.length);
          expect(found.length).toBeLessThanOrEqual(k);
        },
      ),
      { numRuns: 40 },
    );
  });

  it.each(kinds)('%s is built the same for the same seed', (kind) => {
    const collection = collectionOf({ n: 300 });
    const answers = (): unknown =>
      Array.from({ length: 5 }, (_, at) => {
        const spent = nothingSpent();
        const index = builders[kind](collection.vectors, built);
        return [index.search(queryAt(collection, at), { k: 10, efSearch: 15, nprobe: 3 }, spent), spent, index.memory];
      });
    expect(answers()).toEqual(answers());
  });
});

describe('product quantization', { timeout: 60_000 }, () => {
  const bits = fc.integer({ min: 2, max: 8 });

  it('packs codes of any width so that each is read back', () => {
    const { vectors } = collectionOf({ n: 300, metric: 'euclidean' });
    fc.assert(
      fc.property(bits, fc.constantFrom(1, 2, 4, 8, 16), (nbits, m) => {
        const books = finish(learnCodebooks(vectors, { m, nbits, seed: 1 }, nothingSpent()));
        const codes = finish(encode(vectors, books, nothingSpent()));
        expect(codes.bytesEach).toBe(Math.ceil((m * nbits) / 8));
        for (let id = 0; id < 20; id++)
          for (let part = 0; part < m; part++) {
            const start = id * 16 + part * books.width;
            const own = [...vectors.data.subarray(start, start + books.width)];
            const far = (code: number): number =>
              own.reduce(
                (sum, value, at) => sum + (value - (books.parts[part]?.[code * books.width + at] ?? 0)) ** 2,
                0,
              );
            const all = Array.from({ length: 2 ** nbits }, (_, code) => far(code));
            expect(far(codeAt(codes, id, part, nbits))).toBeCloseTo(Math.min(...all), 5);
          }
      }),
      { numRuns: 12 },
    );
  });

  it.each(['euclidean', 'dot'] as const)('is off, by %s, by no more than what a code rounds away', (metric: Metric) => {
    const collection = collectionOf({ metric });
    const { vectors } = collection;
    const books = finish(learnCodebooks(vectors, { m: 4, nbits: 5, seed: 1 }, nothingSpent()));
    const codes = finish(encode(vectors, books, nothingSpent()));
    const distance = distanceOf(metric);
    for (let at = 0; at < 5; at++) {
      const query = queryAt(collection, at);
      const table = distanceTable(query, books, metric, nothingSpent());
      for (let id = 0; id < vectors.count; id++) {
        const own = vectors.data.subarray(id * 16, id * 16 + 16);
        const rounded = own.map((_, i) => {
          const part = Math.floor(i / books.width);
          return books.parts[part]?.[codeAt(codes, id, part, 5) * books.width + (i % books.width)] ?? 0;
        });
        const lost = Math.hypot(...own.map((value, i) => value - (rounded[i] ?? 0)));
        const said = codeDistance(codes, id, table, books);
        const real = distance(query, 0, own, 0, 16);
        // The triangle inequality for the one, that of Cauchy and Schwarz for the other.
        if (metric === 'euclidean') expect(Math.abs(Math.sqrt(said) - Math.sqrt(real))).toBeLessThan(lost + 1e-4);
        else expect(Math.abs(said - real)).toBeLessThan(lost * Math.hypot(...query) + 1e-4);
      }
    }
  });
});

describe('sparse search', () => {
  it('scores as adding up the words that are shared does', () => {
    const word = fc.nat({ max: 9 });
    fc.assert(
      fc.property(fc.array(fc.array(word), { minLength: 1, maxLength: 20 }), fc.array(word), (texts, query) => {
        const asSparse = weigh(
          texts.map((text) => Int32Array.from(text)),
          10,
        );
        const all = texts.map((text) => asSparse(Int32Array.from(text)));
        const asked = asSparse(Int32Array.from(query));
        const scoreOf = ({ words, weights }: (typeof all)[number]): number =>
          [...words].reduce((sum, own, at) => {
            const other = asked.words.indexOf(own);
            return other < 0 ? sum : sum + (weights[at] ?? 0) * (asked.weights[other] ?? 0);
          }, 0);
        const found = sparseIndex(all, 10).search(asked, 5).ids;
        const best = all.map(scoreOf).filter((score) => score > 0);
        best.sort((a, b) => b - a);
        expect(found.map((id) => scoreOf(all[id] as (typeof all)[number]))).toEqual(best.slice(0, 5));
      }),
    );
  });

  it('weighs a rare word more than a common one', () => {
    const texts = [[0, 1], [0], [0], [0, 2]].map((text) => Int32Array.from(text));
    const { words, weights } = weigh(texts, 3)(Int32Array.from([0, 1]));
    expect([...words]).toEqual([0, 1]);
    // ln(1 + 4 / 4) and ln(1 + 4 / 1), to three places.
    expect([...weights].map((weight) => weight.toFixed(3))).toEqual(['0.693', '1.609']);
  });
});

describe('reciprocal rank fusion', () => {
  it('adds 1 / (60 + rank) over the lists', () => {
    // 3: 1/62 + 1/61 = 0.03252; 1: 1/61 + 1/63 = 0.03227; 2 and 9: 1/63 and 1/62 alone.
    expect(
      fuse([
        [1, 3, 2],
        [3, 9, 1],
      ]),
    ).toEqual([3, 1, 9, 2]);
  });

  it('lets the first of one list lose to what both lists have far down', () => {
    const down = Array.from({ length: 30 }, (_, at) => at + 100);
    expect(
      fuse([
        [1, ...down],
        [2, ...down],
      ])[0],
    ).toBe(100);
    expect(
      fuse(
        [
          [1, ...down],
          [2, ...down],
        ],
        0,
      )[0],
    ).toBe(1);
  });
});
