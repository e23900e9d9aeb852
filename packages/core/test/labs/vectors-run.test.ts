/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { makeCollection } from '../../src/labs/vectors/data.ts';
import { buildGraph } from '../../src/labs/vectors/hnsw.ts';
import {
  createPlayground,
  defaultSettings,
  finish,
  memoryPicture,
  settingsProblem,
  tradePicture,
  type VectorReport,
  type VectorSettings,
} from '../../src/labs/vectors/index.ts';
import { buildCodes } from '../../src/labs/vectors/pq.ts';
import { findIndexMemory } from '../../src/review/audit/index-memory.ts';

const small: VectorSettings = { ...defaultSettings, n: 800, d: 16, m: 4, nbits: 5, nlist: 16, nprobe: 4, queries: 20 };
const run = (settings: Partial<VectorSettings> = {}): VectorReport =>
  finish(createPlayground().run({ ...small, ...settings }));

/** What a sum of digits and signs comes to. */
function resultOf(sum: string): number {
  expect(sum).toMatch(/^[\d\s*/+()]+$/);
  return new Function(`return ${sum}`)();
}

describe('a run', { timeout: 60_000 }, () => {
  it('gives the same bytes for the same settings, whatever was run before', () => {
    const settings = { ...small, filters: [0.1], hybrid: true };
    const used = createPlayground();
    finish(used.run({ ...small, M: 4, seed: 9 }));
    finish(used.run({ ...small, M: 4, k: 5 }));
    expect(JSON.stringify(finish(used.run(settings)))).toBe(JSON.stringify(run(settings)));
    expect(JSON.stringify(run({ ...settings, seed: 2 }))).not.toBe(JSON.stringify(run(settings)));
  });

  it('builds nothing anew when only a search is turned', () => {
    const playground = createPlayground();
    finish(playground.run(small));
    const stages = (settings: VectorSettings): readonly string[] =>
      [...new Set([...playground.run(settings)].map(({ stage }) => stage))].sort();
    expect(stages({ ...small, efSearch: 30, nprobe: 2 })).toEqual(['search']);
    expect(stages({ ...small, M: 4 })).toEqual(['build', 'search']);
    expect(stages({ ...small, k: 3 })).toEqual(['search', 'truth']);
    expect(stages({ ...small, seed: 3 })).toEqual(['build', 'data', 'search', 'truth']);
  });

  it('may be left between two steps, and another one begun', () => {
    const playground = createPlayground();
    const left = playground.run(small);
    for (let step = 0; step < 30; step++) expect(left.next().done).toBe(false);
    expect(finish(playground.run(small))).toEqual(run());
  });

  it('marks the point that the settings name, and sweeps what is asked', () => {
    const [hnsw] = run({ index: 'hnsw', efSearch: 33 }).indexes;
    expect(hnsw?.points.filter(({ isCurrent }) => isCurrent).map(({ parameters }) => parameters.efSearch)).toEqual([
      33,
    ]);
    const report = run({ sweep: { parameter: 'nlist', values: [4, 16] } });
    expect(report.indexes.map(({ kind, points }) => [kind, points.length])).toEqual([
      ['exact', 1],
      ['hnsw', 1],
      ['ivf', 2],
      ['pq', 1],
      ['ivf-pq', 2],
    ]);
  });

  it('counts: exact compares all, codes are counted apart', () => {
    const [exact, , ivf, pq] = run().indexes;
    expect(exact?.points).toMatchObject([{ recall: 1, distances: 800, codes: 0 }]);
    expect(pq?.points).toMatchObject([{ distances: 2 ** 5, codes: 800 }]);
    expect(ivf?.points.at(-1)).toMatchObject({ recall: 1, distances: 800 + 16, parameters: { nprobe: 16 } });
  });
});

describe('filters', { timeout: 60_000 }, () => {
  it('shows that filtering after the search starves narrow filters and the other ways do not', () => {
    const [wide, narrow] = run({ index: 'hnsw', filters: [0.5, 0.02] }).filters;
    const recalls = (report: typeof wide) =>
      Object.fromEntries((report?.rows ?? []).map((row) => [row.way, row.recall]));
    expect(recalls(wide).after).toBeGreaterThan(0.8);
    expect(recalls(narrow).after).toBeLessThan(0.3);
    expect(recalls(narrow)).toMatchObject({ before: 1 });
    expect(recalls(narrow).within).toBeGreaterThan(0.95);
    expect(narrow?.rows.find(({ way }) => way === 'before')?.distances).toBe(narrow?.passing);
  });
});

describe('hybrid search', { timeout: 60_000 }, () => {
  it('is over both kinds of questions better than either of what it fuses', () => {
    for (const seed of [1, 2, 3]) {
      const rows = run({ index: 'exact', n: 2000, queries: 60, hybrid: true, seed }).hybrid?.rows ?? [];
      const overall = Object.fromEntries(rows.map(({ way, overall }) => [way, overall]));
      expect(overall.hybrid).toBeGreaterThan(Math.max(overall.dense ?? 1, overall.sparse ?? 1));
    }
  });
});

describe('memory', { timeout: 60_000 }, () => {
  it('is what the formulas give, for every part of every index', () => {
    for (const { points } of run().indexes)
      for (const { memory, bytes } of points) {
        for (const part of memory) {
          const formula = part.formula.slice(part.formula.lastIndexOf('=') + 1).replaceAll('×', '*');
          const whole = formula.replace(/⌈([^⌉]+)⌉/, (_, inner) => String(Math.ceil(resultOf(inner))));
          expect(resultOf(whole)).toBe(part.bytes);
        }
        expect(memory.reduce((sum, part) => sum + part.bytes, 0)).toBe(bytes);
      }
  });

  it('agrees with the number audit of answers', () => {
    for (const M of [4, 8, 16, 48]) {
      const [point] = run({ index: 'hnsw', n: 600, d: 64, M, queries: 2 }).indexes[0]?.points ?? [];
      const size = ((point?.bytes ?? 0) / 1e6).toFixed(3);
      expect(findIndexMemory(`HNSW with M = ${M} over 0.6k vectors of 64 dimensions takes ${size} MB.`)).toEqual([]);
      const double = ((2 * (point?.bytes ?? 0)) / 1e6).toFixed(3);
      expect(findIndexMemory(`HNSW with M = ${M} over 0.6k vectors of 64 dimensions takes ${double} MB.`)).toHaveLength(
        1,
      );
    }
    const [point] = run({ index: 'ivf-pq', n: 600, d: 64, m: 16, nbits: 8, queries: 2 }).indexes[0]?.points ?? [];
    const each = (point?.memory ?? []).filter(({ name }) => name === 'codes' || name === 'lists');
    const size = (each.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6).toFixed(3);
    expect(findIndexMemory(`IVF-PQ with m = 16 keeps 0.6k vectors in ${size} MB.`)).toEqual([]);
  });

  it('agrees with the quiz cards', () => {
    const cards = ['cards-indexes', 'cards-quantization'].flatMap((name) => {
      const file = join(import.meta.dirname, '../../../packs/content/pinecone-pm', `${name}.yaml`);
      return (parse(readFileSync(file, 'utf8')) as { cards: { id: string; answer: unknown }[] }).cards;
    });
    const answer = (id: string): unknown => cards.find((card) => card.id === id)?.answer;
    const { vectors } = finish(makeCollection({ n: 300, d: 1536, metric: 'dot', seed: 1, queries: 1 }));
    const graph = finish(buildGraph(vectors, { M: 16, efConstruction: 16, seed: 1 }));
    const taken = graph.memory.filter(({ name }) => name === 'vectors' || name === 'links');
    const each = taken.reduce((sum, { bytes }) => sum + bytes, 0) / 300;
    expect((each * 1e7) / 1e9).toBeCloseTo(answer('ten-million-in-a-graph') as number, 1);
    const shorter = finish(makeCollection({ n: 300, d: 240, metric: 'dot', seed: 1, queries: 1 })).vectors;
    const [codes] = finish(buildCodes(shorter, { m: 120, nbits: 4, seed: 1 })).memory;
    expect((codes?.bytes ?? 0) / 300).toBe(answer('four-bit-codes'));
  });
});

describe('settings', () => {
  it.each([
    [{ efSearch: 5 }, 'efSearch is 5 and k is 10'],
    [{ m: 5 }, 'm must divide d'],
    [{ nprobe: 17 }, 'nlist is 16'],
    [{ n: 299 }, 'from 300 to'],
    [{ M: 2.5 }, 'M is 2.5'],
    [{ index: 'ivf', sweep: { parameter: 'M', values: [4] } }, 'has no M to sweep'],
    [{ sweep: { parameter: 'm', values: [4, 6] } }, 'm is 6 and d is 16'],
    [{ sweep: { parameter: 'm', values: [] } }, 'names no value'],
    [{ filters: [0] }, 'above 0'],
  ] as const)('%j are told what is wrong', (wrong, said) => {
    expect(settingsProblem({ ...small, ...wrong })).toContain(said);
  });

  it('pay no heed to what the index does not use', () => {
    expect(settingsProblem({ ...small, index: 'ivf', m: 5, efSearch: 1 })).toBeUndefined();
    expect(settingsProblem(defaultSettings)).toBeUndefined();
  });
});

describe('pictures', { timeout: 60_000 }, () => {
  const words = { title: 'T & <i>', about: 'A', across: 'C', up: 'U' };

  it('have a mark for every point, a ring for each that is set, and nothing outside the frame', () => {
    const { indexes } = run();
    const svg = tradePicture(indexes, words);
    const points = indexes.flatMap((index) => index.points);
    const places = [...svg.matchAll(/<path class="mark" transform="translate\(([\d.]+) ([\d.]+)\)"/g)];
    // One more for each index, in the legend.
    expect(places).toHaveLength(points.length + indexes.length);
    expect(svg.match(/class="now"/g)).toHaveLength(indexes.length);
    for (const [, x, y] of places) {
      expect(Number(x)).toBeLessThanOrEqual(620);
      expect(Number(y)).toBeLessThanOrEqual(304);
    }
    expect(svg).toContain('<title id="trade-title">T &amp; &lt;i&gt;</title>');
  });

  it('put more recall higher and more distances to the right', () => {
    const [, hnsw] = run().indexes;
    const line = /<polyline class="course" points="([^"]+)"/.exec(tradePicture(hnsw ? [hnsw] : [], words))?.[1] ?? '';
    const places = line.split(' ').map((place) => place.split(',').map(Number));
    const across = places.map(([x]) => x ?? 0);
    expect(across).toEqual([...across].sort((a, b) => a - b));
    expect(places[0]?.[1]).toBeGreaterThan(places.at(-1)?.[1] ?? 0);
  });

  it('draw a bar for each index, the longest for the most memory', () => {
    const { indexes } = run();
    const svg = memoryPicture(indexes, words);
    const lengths = [...svg.matchAll(/<rect class="([\w-]+)"[^>]* width="([\d.]+)"/g)];
    const longest = lengths.reduce((a, b) => (Number(a[2]) >= Number(b[2]) ? a : b));
    expect(lengths).toHaveLength(indexes.length);
    expect(longest[1]).toBe('hnsw');
  });
});
