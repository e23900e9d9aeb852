import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offerReport, readOffer } from '../../src/labs/offer/index.ts';

const percent = (max: number) => fc.integer({ min: 0, max }).map((count) => `${count}%`);
const money = (max: number) => fc.integer({ min: 0, max });
const preference = fc.record({
  raised: money(500_000_000),
  multiple: fc.constantFrom('1x', '1.5x', '2x'),
  investors: percent(95),
  perRound: money(200_000_000),
  kind: fc.constantFrom('non-participating', 'participating', 'capped'),
});
const offers = fc
  .record({
    horizon: fc.integer({ min: 1, max: 72 }).map((count) => `${count} months`),
    exitAfter: fc.integer({ min: 0, max: 120 }).map((count) => `${count} months`),
    discount: percent(15),
    offer: fc.record({ base: money(400_000), bonus: percent(40), signing: money(100_000), raise: percent(8) }),
    equity: fc.record({
      grant: fc.integer({ min: 1, max: 200 }).map((count) => `${count / 100}%`),
      strike: fc.option(money(20), { nil: undefined }),
      refresh: percent(30),
      atExit: fc.constantFrom('lapse', 'continue', 'accelerate'),
    }),
    dilution: fc.record({ perRound: percent(40), rounds: fc.integer({ min: 0, max: 4 }) }),
    preference: fc.option(preference, { nil: undefined }),
    values: fc.array(money(8_000_000_000), { minLength: 1, maxLength: 5 }),
    tax: fc.record({ income: percent(60), equity: percent(60) }),
    rival: fc.record({ base: money(500_000), stock: fc.record({ grant: money(900_000), refresh: percent(20) }) }),
  })
  .map(({ values, equity, preference: first, ...rest }) => ({
    currency: 'USD',
    ...rest,
    equity: { ...equity, kind: equity.strike === undefined ? 'shares' : 'options', fullyDiluted: '40,000,000 shares' },
    ...(first ? { preference: { ...first, ...(first.kind === 'capped' ? { cap: '3x' } : {}) } } : {}),
    exits: values.map((value, index) => ({
      name: `exit ${index}`,
      value,
      probability: `${(100 / values.length).toFixed(6)}%`,
    })),
  }));

function reportOf(file: object) {
  const reading = readOffer(JSON.stringify(file));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return offerReport(reading.offer);
}

/** Each run reads a file and works out what moves it, which takes a while on a busy machine. */
fc.configureGlobal({ numRuns: 60 });

describe('any offer', { timeout: 30_000 }, () => {
  it('brings no less where the company is worth more', () => {
    fc.assert(
      fc.property(offers, (file) => {
        // The exits share time and rounds, and come by their worth.
        const nets = reportOf(file).outcomes.map(({ net }) => net);
        expect(nets).toEqual([...nets].sort((a, b) => a - b));
      }),
    );
  });

  it('is expected to come to something between its worst and its best exit', () => {
    fc.assert(
      fc.property(offers, (file) => {
        const { outcomes, expected, median, beats } = reportOf(file);
        const totals = outcomes.map(({ total }) => total);
        for (const figure of [expected.total, median]) {
          expect(figure).toBeGreaterThanOrEqual(Math.min(...totals) - 0.01);
          expect(figure).toBeLessThanOrEqual(Math.max(...totals) + 0.01);
        }
        expect(beats).toBeGreaterThanOrEqual(0);
        expect(beats).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });

  it('never gives you more of an exit than your share of it', () => {
    fc.assert(
      fc.property(offers, (file) => {
        for (const { gross, owned, exit } of reportOf(file).outcomes)
          expect(gross).toBeLessThanOrEqual(owned * exit.value * (1 + 1e-9) + 0.01);
      }),
    );
  });

  it('comes to the rival at its break-even, and to less just below it', () => {
    fc.assert(
      fc.property(offers, (file) => {
        const { breakEven, pay, rival } = reportOf(file);
        const totalAt = (value: number): number => {
          const exits = [{ name: 'here', value: `${Math.max(0, value)}`, probability: '100%' }];
          return reportOf({ ...file, exits }).outcomes[0]?.total ?? 0;
        };
        const target = rival?.net ?? 0;
        if (breakEven?.kind === 'always') expect(pay.net).toBeGreaterThanOrEqual(target);
        if (breakEven?.kind === 'never') expect(totalAt(9e13)).toBeLessThan(target);
        if (breakEven?.kind === 'at' && breakEven.value < 9e13) {
          expect(totalAt(breakEven.value)).toBeGreaterThanOrEqual(target - 0.02);
          expect(totalAt(breakEven.value - 2)).toBeLessThan(target + 0.01);
        }
      }),
    );
  });

  it('without tax is as before tax; with all of it taken, nothing is left', () => {
    fc.assert(
      fc.property(offers, (file) => {
        const { discount: _, ...now } = file;
        const free = reportOf({ ...now, tax: { income: '0%', equity: '0%' } });
        for (const { net, gross, strike } of free.outcomes) {
          if (strike > 0) expect(Math.abs(net - (gross - strike))).toBeLessThan(0.02);
        }
        expect(free.pay.net).toBeCloseTo(free.pay.gross, 1);
        const taken = reportOf({ ...file, tax: { income: '100%', equity: '100%' } });
        expect(taken.outcomes.map(({ total }) => total)).toEqual(taken.outcomes.map(() => 0));
      }),
    );
  });

  it('is the same without the exits that nobody expects', () => {
    fc.assert(
      fc.property(offers, money(9_000_000_000), (file, value) => {
        const impossible = { name: 'impossible', value, probability: '0%' };
        const { expected, median, beats, breakEven } = reportOf({ ...file, exits: [...file.exits, impossible] });
        const before = reportOf(file);
        expect({ expected, median, beats, breakEven }).toEqual({
          expected: before.expected,
          median: before.median,
          beats: before.beats,
          breakEven: before.breakEven,
        });
      }),
    );
  });

  it('lists what moves it by how far it does', () => {
    fc.assert(
      fc.property(offers, (file) => {
        const widths = reportOf(file).swings.map(({ width }) => width);
        expect(widths).toEqual([...widths].sort((a, b) => b - a));
      }),
    );
  });
});
