import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Bench, makeBench, rubricate } from './bench.ts';

const examples = join(import.meta.dirname, '../../../examples/labs/incident');

let bench: Bench;
beforeEach(() => {
  bench = makeBench();
  return () => bench.remove();
});
const file = (name: string): string => join(bench.folder, name);
const read = (name: string): string => readFileSync(file(name), 'utf8');

describe('rubricate incident new', () => {
  it('writes the incident of the example again, to the byte', async () => {
    const args = [
      'incident',
      'new',
      '--seed',
      '42',
      '--rows',
      '2000',
      '--faults',
      'null-spike,duplicates',
      '--out',
      'one',
    ];
    const { code, out, error } = await rubricate(bench, args);
    expect([code, error]).toEqual([0, '']);
    expect(out).toMatch(/^Incident 42 \(medium\) is in one: \d+ rows of 14 days\.\n/);
    const names = ['events.csv', 'brief.md', 'deploy_log.csv', 'dictionary.md', 'server_sessions.csv', 'truth.sealed'];
    for (const name of names) expect(read(`one/${name}`), name).toBe(readFileSync(join(examples, name), 'utf8'));
    const [head, first] = read('one/events.csv').split('\n');
    const json = JSON.parse(read('one/events.jsonl').split('\n')[0] ?? '');
    expect(Object.keys(json).join(',')).toBe(head);
    expect(
      Object.values(json)
        .map((value) => value ?? '')
        .join(','),
    ).toBe(first);
  });

  it('overwrites nothing', async () => {
    bench.write('one/notes.md', 'Mine.\n');
    const { code, error } = await rubricate(bench, ['incident', 'new', '--out', 'one']);
    expect(code).toBe(2);
    expect(error).toContain('one holds something already');
    expect(existsSync(file('one/events.csv'))).toBe(false);
    const onFile = await rubricate(bench, ['incident', 'new', '--out', 'one/notes.md']);
    expect(onFile.code).toBe(2);
    expect(read('one/notes.md')).toBe('Mine.\n');
  });

  it('names the nearest kind, and two that clash', async () => {
    const wrong = await rubricate(bench, ['incident', 'new', '--out', 'one', '--faults', 'nullspike']);
    expect(wrong.error).toContain('Did you mean "null-spike"?');
    const clash = await rubricate(bench, ['incident', 'new', '--out', 'one', '--faults', 'clock-skew,time-zone']);
    expect(clash.error).toContain('both change client_ts');
    expect([wrong.code, clash.code, existsSync(file('one'))]).toEqual([2, 2, false]);
  });
});

describe('rubricate incident grade', () => {
  beforeEach(() => cpSync(examples, file('incident'), { recursive: true }));

  it('says what was found with which words, and keeps the rest to itself', async () => {
    const { code, out } = await rubricate(bench, ['incident', 'grade', 'incident/diagnosis-weak.md']);
    expect(code).toBe(0);
    expect(out).toContain('Faults found: 1 of 2');
    expect(out).toContain('54.8% of the rows have no value (a point lost)');
    expect(out).toContain('D-1882');
    expect(out).not.toMatch(/twice \(|event_id/);
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    const json = JSON.parse(
      (await rubricate(bench, ['incident', 'grade', 'incident/diagnosis-weak.md', '-f', 'json'])).out,
    );
    expect(json.faults.find(({ state }: { state: string }) => state === 'missed')).toEqual({ state: 'missed' });
    expect(json.figures[0].figure.of).toBe('of the rows have no value');
    const told = await rubricate(bench, ['incident', 'grade', 'incident/diagnosis-weak.md', '--reveal']);
    expect(told.out).toContain('rows were written twice');
  });

  it('gives the strong diagnosis of the example every point', async () => {
    const json = JSON.parse((await rubricate(bench, ['incident', 'grade', 'incident', '-f', 'json'])).out);
    expect([json.points, json.herrings, json.claims]).toEqual([json.of, [], []]);
  });

  it('exits with 1 below the share that is asked for', async () => {
    const args = ['incident', 'grade', 'incident/diagnosis-weak.md', '--fail-under'];
    expect((await rubricate(bench, [...args, '10'])).code).toBe(0);
    expect((await rubricate(bench, [...args, '60'])).code).toBe(1);
  });

  it('says where a file is damaged, or that it is not there', async () => {
    const rows = read('incident/events.csv');
    const lines = rows.split('\n');
    writeFileSync(file('incident/events.csv'), [...lines.slice(0, 9), 'short,row', ...lines.slice(9)].join('\n'));
    const short = await rubricate(bench, ['incident', 'grade', 'incident']);
    expect([short.code, short.error]).toEqual([2, expect.stringContaining('incident/events.csv:10:1 ')]);
    writeFileSync(file('incident/events.csv'), rows.replace('event_id', 'id'));
    const head = await rubricate(bench, ['incident', 'grade', 'incident']);
    expect(head.error).toContain('incident/events.csv:1:1 These are not the columns');
    writeFileSync(file('incident/truth.sealed'), 'opened');
    const truth = await rubricate(bench, ['incident', 'grade', 'incident']);
    expect([truth.code, truth.error]).toEqual([2, expect.stringContaining('truth.sealed is damaged')]);
    const none = await rubricate(bench, ['incident', 'grade', 'nowhere']);
    expect([none.code, none.error]).toEqual([2, expect.stringContaining('rubricate incident new')]);
  });
});

describe('rubricate incident inject', () => {
  const table = (): string => {
    const rows = Array.from({ length: 400 }, (_, at) => {
      const time = new Date(Date.UTC(2026, 2, 1) + at * 30 * 60_000).toISOString();
      return `o${at},${time},${at % 3 === 0 ? 'north' : 'south'},${100 + (at % 7)}`;
    });
    return `order,placed_at,shop,amount\n${rows.join('\n')}\n`;
  };

  it('changes a copy, and finds what was changed', async () => {
    bench.write('orders.csv', table());
    const args = [
      'incident',
      'inject',
      '--into',
      'orders.csv',
      '--out',
      'bad',
      '--faults',
      'sign-change',
      '--seed',
      '4',
    ];
    const { code, error } = await rubricate(bench, args);
    expect([code, error]).toEqual([0, '']);
    expect(read('orders.csv')).toBe(table());
    const changed = read('bad/orders.csv')
      .split('\n')
      .filter((line) => line.includes(',-'));
    expect(changed.length).toBeGreaterThan(50);
    expect(new Set(changed.map((line) => line.split(',')[2]))).toEqual(new Set(['south']));
    const since = changed[0]?.split(',')[1]?.slice(0, 16).replace('T', ' ');
    writeFileSync(
      file('bad/diagnosis.md'),
      `# Diagnosis\n\nSince ${since} the amount of the shop south is negative in all ${changed.length} rows.\n`,
    );
    const json = JSON.parse((await rubricate(bench, ['incident', 'grade', 'bad', '-f', 'json'])).out);
    expect(json.faults[0].state).toBe('found');
    expect(json.figures[0].right).toBe(true);
  });

  it('says what a table lacks', async () => {
    bench.write('plain.csv', 'a,b\n1,2\n3,4\n');
    const plain = await rubricate(bench, ['incident', 'inject', '--into', 'plain.csv', '--out', 'bad']);
    expect([plain.code, plain.error]).toEqual([2, expect.stringContaining('plain.csv:1:1 No column holds times')]);
    bench.write('broken.csv', 'a,b\n1,"2\n');
    const broken = await rubricate(bench, ['incident', 'inject', '--into', 'broken.csv', '--out', 'bad']);
    expect([broken.code, broken.error]).toEqual([2, expect.stringMatching(/broken\.csv:\d+:1 /)]);
    expect(existsSync(file('bad'))).toBe(false);
  });
});

describe('rubricate incident new --variant exposure', () => {
  const example = join(examples, '../exposure');

  it('writes the case of the example again, to the byte', async () => {
    const args = ['incident', 'new', '--variant', 'exposure', '--seed', '5', '--out', 'one'];
    expect((await rubricate(bench, args)).error).toBe('');
    const names = ['exposure.csv', 'brief.md', 'deploy_log.csv', 'dictionary.md', 'truth.sealed'];
    for (const name of names) expect(read(`one/${name}`), name).toBe(readFileSync(join(example, name), 'utf8'));
  });

  it('gives the strong diagnosis of the example every point, and the naive one none', async () => {
    cpSync(example, file('exposure'), { recursive: true });
    const strong = JSON.parse((await rubricate(bench, ['incident', 'grade', 'exposure', '-f', 'json'])).out);
    expect([strong.points, strong.of, strong.wrong]).toEqual([19, 19, undefined]);
    const naive = await rubricate(bench, ['incident', 'grade', 'exposure/naive.md']);
    const told = naive.out.replace(/\s+/g, ' ');
    expect(told).toContain('0 of 19 points');
    expect(told).toContain('The data say: 69.6% fewer for outer areas.');
    expect(told).toContain('(4 points lost): "The journalist is right');
    expect(naive.out).not.toContain('A02');
  });

  it('is the same for a seed, and turns on the baseline', async () => {
    for (const out of ['one', 'two']) {
      const { code } = await rubricate(bench, [
        'incident',
        'new',
        '--variant',
        'exposure',
        '--seed',
        '5',
        '--out',
        out,
      ]);
      expect(code).toBe(0);
    }
    for (const name of ['exposure.csv', 'brief.md', 'truth.sealed'])
      expect(read(`two/${name}`)).toBe(read(`one/${name}`));
    const points = async (text: string): Promise<number> => {
      writeFileSync(file('one/diagnosis.md'), text);
      return JSON.parse((await rubricate(bench, ['incident', 'grade', 'one', '-f', 'json'])).out).points;
    };
    const sums = new Map<string, { shown: number; eligible: number }>();
    for (const line of read('one/exposure.csv').trim().split('\n').slice(1)) {
      const [, , ring = '', , eligible, shown] = line.split(',');
      const sum = sums.get(ring) ?? { shown: 0, eligible: 0 };
      sums.set(ring, { shown: sum.shown + Number(shown), eligible: sum.eligible + Number(eligible) });
    }
    const [inner, outer] = [sums.get('inner'), sums.get('outer')];
    if (!inner || !outer) throw new Error('A ring is missing.');
    const raw = `Outer areas get ${(100 * (1 - outer.shown / inner.shown)).toFixed(1)}% fewer impressions.`;
    const adjusted = `Per eligible pin, outer areas get ${(outer.shown / outer.eligible).toFixed(2)} impressions and inner ones ${(inner.shown / inner.eligible).toFixed(2)}.`;
    expect(await points(`# D\n\n${raw}\n`)).toBe(2);
    expect(await points(`# D\n\n${raw} So outer areas are treated unfairly by the ranker.\n`)).toBe(0);
    expect(await points(`# D\n\n${raw}\n\n${adjusted} So outer areas are shown at the same rate.\n`)).toBe(11);
    expect(await points(read('one/brief.md'))).toBe(0);
  });
});
