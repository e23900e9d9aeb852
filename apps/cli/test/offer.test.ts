import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Bench, makeBench, rubricate } from './bench.ts';

const example = readFileSync(
  join(import.meta.dirname, '../../../examples/labs/offer/start-up-or-large-company.offer.yaml'),
  'utf8',
);

let bench: Bench;
beforeEach(() => {
  bench = makeBench();
  bench.write('acme.offer.yaml', example);
  return () => bench.remove();
});

describe('rubricate offer', () => {
  it('prints what an offer comes to, in lines that fit', async () => {
    const { code, out, error } = await rubricate(bench, ['offer', 'acme.offer.yaml']);
    expect([code, error]).toEqual([0, '']);
    expect(out).toContain('Expected: USD 1,082,225 over 4 years, against 868,000 from the large company');
    expect(out).toContain('\nFour times today            2.4B     10%  0.1275%  3,060,000  360,000  2,025,000\n');
    expect(out).toContain('It is arithmetic and no advice.');
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('gives the same bytes each time, in each format', async () => {
    for (const format of ['text', 'json', 'md', 'html']) {
      const args = ['offer', 'acme.offer.yaml', '--format', format];
      const [first, second] = [await rubricate(bench, args), await rubricate(bench, args)];
      expect(first.code).toBe(0);
      expect(second.out).toBe(first.out);
    }
  });

  it('prints data, Markdown, and a page with a picture that loads nothing', async () => {
    const json = JSON.parse((await rubricate(bench, ['offer', 'acme.offer.yaml', '-f', 'json'])).out);
    expect(json).toMatchObject({ version: 1, breakEven: { kind: 'at', value: 619_503_268 } });
    expect(json.outcomes).toHaveLength(5);
    expect((await rubricate(bench, ['offer', 'acme.offer.yaml', '-f', 'md'])).out).toMatch(
      /^# Offer: A vector database/,
    );
    const html = (await rubricate(bench, ['offer', 'acme.offer.yaml', '-f', 'html'])).out;
    expect(html).toContain('<svg');
    expect(html).not.toMatch(/<script|<link| src=/);
  });

  it('takes another horizon', async () => {
    const { out } = await rubricate(bench, ['offer', 'acme.offer.yaml', '--horizon', '18 months']);
    expect(out).toContain('over 18 months');
    const wrong = await rubricate(bench, ['offer', 'acme.offer.yaml', '--horizon', '4']);
    expect([wrong.code, wrong.out]).toEqual([2, '']);
    expect(wrong.error).toContain('--horizon: Expected years or months');
  });

  it('puts a table that does not fit under each other', async () => {
    const { out } = await rubricate(bench, ['offer', 'acme.offer.yaml'], { columns: 40 });
    expect(out).toContain('\n  You keep: 2,025,000\n');
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(40);
  });

  it('says what is wrong with its place', async () => {
    bench.write(
      'bad.offer.yaml',
      example.replace('grant: 0.15%', 'grant: 0.15').replace('perRound: 15%', 'perRuond: 15%'),
    );
    const { code, out, error } = await rubricate(bench, ['offer', 'bad.offer.yaml']);
    expect([code, out]).toEqual([2, '']);
    expect(error).toMatch(/^bad\.offer\.yaml:20:10 Expected a percent of all shares such as 0\.25%/m);
    expect(error).toMatch(/^bad\.offer\.yaml:26:1 "perRound" is needed\. Expected a percent/m);
    expect(error).toMatch(/^bad\.offer\.yaml:27:3 Unknown key "perRuond"\. Did you mean "perRound"\?$/m);
  });

  it('says which file cannot be read', async () => {
    const { code, error } = await rubricate(bench, ['offer', 'none.yaml']);
    expect(code).toBe(2);
    expect(error).toContain('none.yaml cannot be read');
  });
});

describe('rubricate offer new', () => {
  it('writes an offer that works, and nothing over another file', async () => {
    expect((await rubricate(bench, ['offer', 'new', 'new.offer.yaml'])).code).toBe(0);
    expect((await rubricate(bench, ['offer', 'new.offer.yaml'])).code).toBe(0);
    const again = await rubricate(bench, ['offer', 'new', 'acme.offer.yaml']);
    expect(again.code).toBe(2);
    expect(again.error).toContain('acme.offer.yaml is there, so it was left as it is.');
    expect(readFileSync(join(bench.folder, 'acme.offer.yaml'), 'utf8')).toBe(example);
  });
});
