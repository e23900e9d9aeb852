import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, makeBench, type Outcome, rubricate } from './bench.ts';

let bench: Bench;
beforeEach(() => {
  bench = makeBench();
});
afterEach(() => bench.remove());

const few = ['--n', '600', '--d', '16', '--m', '4', '--nbits', '4', '--nlist', '16', '--queries', '10'];
const vectors = (...args: readonly string[]): Promise<Outcome> => rubricate(bench, ['vectors', ...few, ...args]);

// Indexes are built in each; a busy machine takes its time.
describe('rubricate vectors', { timeout: 60_000 }, () => {
  it('prints what each index finds, costs and takes, the same every time', async () => {
    const { code, out, error } = await vectors('--filter', '0.5,0.02', '--hybrid');
    expect([code, error]).toEqual([0, '']);
    expect(out).toMatch(/^600 vectors of 16 dimensions in 8 clusters, cosine, seed 1; 10 queries, k=10\n/);
    expect(out).toMatch(/^exact +1\.000 +600 +– +0\.038 MB$/m);
    expect(out).toMatch(/^ +efSearch=40 +◂ +\d\.\d{3} +\d+ +– +0\.\d{3} MB$/m);
    expect(out).toMatch(/^pq +codes +m × nbits \/ 8 × n = 4 × 4 \/ 8 × 600 +0\.001 MB$/m);
    expect(out).toMatch(/^A filter that \d+ of 600 vectors pass \(0\.02\), hnsw$/m);
    expect(out).toMatch(/^hybrid {2}both, by rank/m);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect((await vectors('--filter', '0.5,0.02', '--hybrid')).out).toBe(out);
    expect((await vectors('--filter', '0.5,0.02', '--hybrid', '--seed', '2')).out).not.toBe(out);
  });

  it('prints JSON with the same numbers', async () => {
    const { out } = await vectors('--index', 'ivf', '--nprobe', '16', '--format', 'json');
    const report = JSON.parse(out);
    expect(report).toMatchObject({ version: 1, settings: { index: 'ivf', n: 600, nprobe: 16 }, clusters: 8 });
    expect(report.indexes[0].points.at(-1)).toMatchObject({ isCurrent: true, recall: 1, distances: 616 });
  });

  it('sweeps one parameter', async () => {
    const { out } = await vectors('-i', 'hnsw', '--sweep', 'M=2,4,8');
    expect([...out.matchAll(/ M=(\d+)/g)].map(([, M]) => M)).toEqual(['2', '4', '8']);
    expect(out).toContain('fixed      hnsw efConstruction=60 efSearch=40');
  });

  it('names the index in every row where a table does not fit', async () => {
    const { out } = await rubricate(bench, ['vectors', ...few, '-i', 'ivf'], { columns: 44 });
    expect(out.match(/^index ivf, tried nprobe=/gm)?.length).toBeGreaterThan(3);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(44);
  });

  it.each([
    [['--sweep', 'ef=3'], '--sweep knows no "ef"'],
    [['--sweep', 'M=a'], 'whole numbers with commas are meant'],
    [['--sweep', 'M'], 'whole numbers with commas are meant'],
    [['--ef-search', '3'], 'efSearch is 3 and k is 10'],
    [['--filter', '2'], 'It is a share above 0'],
    [['--n', '-5'], 'It is a whole number.'],
    [['--index', 'ivfpq'], 'Did you mean "ivf-pq"?'],
  ])('says what is wrong with %j', async (args, said) => {
    const { code, out, error } = await vectors(...args);
    expect([code, out]).toEqual([2, '']);
    expect(error.replace(/\s+/g, ' ')).toContain(said);
  });
});

describe('the pages', () => {
  const page = (name: string): string => readFileSync(join(import.meta.dirname, '../../../docs', name), 'utf8');
  const blocks = ['labs/vectors.md', 'command.md'].flatMap((name) =>
    [...page(name).matchAll(/```text\n\$ rubricate (vectors[^\n]*)\n([\s\S]*?)```/g)].map(
      ([, command = '', output = '']) => [name, command, output] as const,
    ),
  );

  it('show a run', () => {
    expect(blocks.length).toBeGreaterThan(4);
  });

  it.each(blocks)('%s shows what "rubricate %s" prints', { timeout: 60_000 }, async (_, command, output) => {
    const { out } = await rubricate(bench, command.split(' '));
    for (const part of output.split('…\n')) expect(out).toContain(part);
  });
});
