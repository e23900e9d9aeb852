import { describe, expect, it } from 'vitest';
import { type OfferReport, offerReport, readOffer } from '../../src/labs/offer/index.ts';

/** Pay of 100,000 for four years against 150,000, and one percent of the company in shares without any conditions. */
const plain = {
  currency: 'USD',
  horizon: '4 years',
  exitAfter: '4 years',
  offer: { base: 100_000 },
  equity: { kind: 'shares', grant: '1%', cliff: '0 months' } as Record<string, unknown>,
  exits: [
    { name: 'nothing', value: 0, probability: '50%' },
    { name: 'sold', value: '100M', probability: '50%' },
  ] as readonly Record<string, unknown>[],
  rival: { base: 150_000 } as Record<string, unknown>,
};

function reportOf(change: object): OfferReport {
  // JSON is YAML.
  const reading = readOffer(JSON.stringify({ ...plain, ...change }));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return offerReport(reading.offer);
}

const last = ({ outcomes }: OfferReport) => {
  const outcome = outcomes.at(-1);
  if (!outcome) throw new Error('There is no exit.');
  return outcome;
};

describe('hand-worked offers', () => {
  it('plain shares, no dilution, no tax', () => {
    // Pay: 4 × 100,000 = 400,000; the rival: 4 × 150,000 = 600,000.
    // Sold: 1% of 100,000,000 = 1,000,000, in all 1,400,000, which is 800,000 more. Nothing: 400,000, which is 200,000 less.
    // Expected: half of each: 900,000. Break-even: 1% of X = 200,000, so X = 20,000,000.
    const report = reportOf({});
    expect(report.outcomes.map(({ net, total, difference }) => [net, total, difference])).toEqual([
      [0, 400_000, -200_000],
      [1_000_000, 1_400_000, 800_000],
    ]);
    expect(report.expected).toEqual({ equity: 500_000, total: 900_000, difference: 300_000 });
    expect(report.median).toBe(400_000);
    expect(report.beats).toBe(0.5);
    expect(report.breakEven).toEqual({ kind: 'at', value: 20_000_000 });
  });

  it('two rounds of dilution', () => {
    // Each round leaves 80%: 1% × 0.8 × 0.8 = 0.64%, which is 640,000 of 100,000,000.
    // Break-even: 200,000 / 0.0064 = 31,250,000.
    const report = reportOf({ dilution: { perRound: '20%', rounds: 2 } });
    expect(last(report).owned).toBeCloseTo(0.0064, 12);
    expect(last(report).net).toBe(640_000);
    expect(report.breakEven).toEqual({ kind: 'at', value: 31_250_000 });
  });

  it('options with a strike, and tax on what they gain', () => {
    // 100,000 of 10,000,000 options are 1%. They cost 100,000 × 2 = 200,000 and bring 1,000,000: a gain of 800,000,
    // of which 25% tax leaves 600,000. Pay after 40%: 240,000 against 360,000, so 120,000 are missing:
    // (X/100 − 200,000) × 0.75 = 120,000, X/100 = 360,000, X = 36,000,000.
    const report = reportOf({
      equity: { kind: 'options', grant: '100,000 shares', fullyDiluted: '10M shares', strike: 2, cliff: '0 months' },
      tax: { income: '40%', equity: '25%' },
    });
    expect(last(report)).toMatchObject({ gross: 1_000_000, strike: 200_000, net: 600_000, total: 840_000 });
    expect(report.breakEven).toEqual({ kind: 'at', value: 36_000_000 });
  });

  it('options below their strike are let go', () => {
    // 1% of 15,000,000 is 150,000, and exercising costs 200,000: nobody would.
    const report = reportOf({
      equity: { kind: 'options', grant: '1%', fullyDiluted: '10M shares', strike: 2, cliff: '0 months' },
      exits: [{ name: 'low', value: '15M', probability: '100%' }],
    });
    expect(last(report)).toMatchObject({ gross: 150_000, strike: 0, net: 0, total: 400_000 });
  });

  const preference = { raised: '40M', investors: '50%' };
  const at = (value: string, change: object): number =>
    last(reportOf({ preference: change, exits: [{ name: 'sold', value, probability: '100%' }] })).net;

  it('a preference that does not participate: the money back, or the share where that is more', () => {
    // Investors hold 50% and put in 40M. At 30M they take it all. At 60M they take 40M, since half would be 30M: the other
    // half of the shares have 20M, of which 1 in 50 is 400,000. At 100M their half is 50M, so they convert: 1% is 1,000,000.
    const kind = { ...preference, kind: 'non-participating' };
    expect(at('30M', kind)).toBe(0);
    expect(at('60M', kind)).toBe(400_000);
    expect(at('100M', kind)).toBe(1_000_000);
  });

  it('a preference that participates: the money back and the share', () => {
    // At 100M: 40M first, then 1% of the 60M that are left: 600,000. Twice the money back: 1% of 20M.
    const kind = { ...preference, kind: 'participating' };
    expect(at('100M', kind)).toBe(600_000);
    expect(at('100M', { ...kind, multiple: '2x' })).toBe(200_000);
  });

  it('a preference that participates up to a cap', () => {
    // Capped at twice 40M = 80M. At 100M: 40M + half of 60M = 70M is below it, so 30M are left for half of the shares:
    // 1 in 50 of them is 600,000. At 140M: 40M + 50M = 90M is over it, so 80M: 60M left, 1,200,000.
    // At 200M half is 100M, which is more than 80M, so they convert: 1% is 2,000,000.
    const kind = { ...preference, kind: 'capped', cap: '2x' };
    expect(at('100M', kind)).toBe(600_000);
    expect(at('140M', kind)).toBe(1_200_000);
    expect(at('200M', kind)).toBe(2_000_000);
  });

  it('what further rounds add to a preference', () => {
    // One round takes 20% from everybody and adds 60M: 100M come first. Who held 50% hold 40%, so investors have
    // 1 − 0.5 × 0.8 = 60%, the others 40%, and 1% is 0.8%. At 150M: 100M first (60% would be 90M), 50M are left,
    // of which 0.8 / 40 = 1 in 50: 1,000,000.
    const { net } = last(
      reportOf({
        dilution: { perRound: '20%', rounds: 1 },
        preference: { ...preference, kind: 'non-participating', perRound: '60M' },
        exits: [{ name: 'sold', value: '150M', probability: '100%' }],
      }),
    );
    expect(net).toBe(1_000_000);
  });

  it('vesting that differs from year to year', () => {
    const shares = { kind: 'shares', grant: '1%', vesting: ['10%', '20%', '30%', '40%'], cliff: '0 months' };
    const vested = (horizon: string, equity: object = {}): number =>
      last(reportOf({ horizon, exitAfter: '6 years', equity: { ...shares, ...equity } })).vested;
    // Half of the first year's 10%; all of it; with half of the second year's 20%; with that and the third year's 30%.
    expect(vested('6 months')).toBeCloseTo(0.05, 12);
    expect(vested('1 year')).toBeCloseTo(0.1, 12);
    expect(vested('18 months')).toBeCloseTo(0.2, 12);
    expect(vested('3 years')).toBeCloseTo(0.6, 12);
    expect(vested('4 years')).toBe(1);
    // A quarter of a year's 40% is 10%; after 41 months of steps of three, 39 count.
    expect(vested('41 months', { every: '3 months' })).toBeCloseTo(0.7, 12);
    // The usual cliff is a year.
    expect(vested('11 months', { cliff: '1 year' })).toBe(0);
    expect(vested('12 months', { cliff: '1 year' })).toBeCloseTo(0.1, 12);
    // After three years 60% of the first grant, and of the two of 50% that came after one and two years: 30% and 10%.
    expect(vested('3 years', { refresh: '50%' })).toBeCloseTo(0.6 + 0.5 * 0.3 + 0.5 * 0.1, 12);
    // Listed stock of 100,000 at 50% and 50%: 50,000 a year, of which a stay of 18 months brings 75,000.
    const rival = { base: 0, stock: { grant: 100_000, vesting: ['50%', '50%'], cliff: '0 months' } };
    expect(reportOf({ horizon: '18 months', rival }).rival?.stock).toBe(75_000);
    // As even as years of a quarter each.
    const even = reportOf({ equity: { ...shares, vesting: ['25%', '25%', '25%', '25%'] } });
    const usual = reportOf({ equity: { ...shares, vesting: '4 years' } });
    expect(even.outcomes.map(({ net }) => net)).toEqual(usual.outcomes.map(({ net }) => net));
  });

  it('vesting with a cliff, a refresh and leaving early', () => {
    const shares = { kind: 'shares', grant: '1%', vesting: '4 years', cliff: '1 year' };
    const vested = (horizon: string, equity: object = {}, exitAfter = '6 years'): number =>
      last(reportOf({ horizon, exitAfter, equity: { ...shares, ...equity } })).vested;
    expect(vested('11 months')).toBe(0);
    expect(vested('12 months')).toBe(0.25);
    expect(vested('30 months')).toBe(30 / 48);
    expect(vested('9 years')).toBe(1);
    // In steps of three months: of 20 months 18 count.
    expect(vested('20 months', { every: '3 months' })).toBe(18 / 48);
    // 10% at one and at two years; nobody gets one on the day of leaving. After three years the first has vested 36/48,
    // the second 24/48 and the third 12/48: 0.75 + 0.1 × 0.5 + 0.1 × 0.25.
    expect(vested('3 years', { refresh: '10%' })).toBeCloseTo(0.825, 12);
    // An exit after two of four years: half lapses, or vests on, or vests at once.
    expect(vested('4 years', {}, '2 years')).toBe(0.5);
    expect(vested('4 years', { atExit: 'continue' }, '2 years')).toBe(1);
    expect(vested('18 months', { atExit: 'continue' }, '1 year')).toBe(18 / 48);
    expect(vested('4 years', { atExit: 'accelerate', refresh: '10%' }, '2 years')).toBeCloseTo(1.1, 12);
  });

  it('raises, bonuses and listed stock', () => {
    // Base: 100,000 + 110,000 + half of 121,000 = 270,500. Bonus of 10%: 27,050. Signing 5,000.
    // The rival's stock: 96,000 over four years, 30 months after the cliff 60,000; its refresh of 25% at one and two years,
    // 24,000 each: 18/48 and 6/48 of them, 9,000 and 3,000. In all 72,000.
    const { pay, rival } = reportOf({
      horizon: '30 months',
      offer: { base: 100_000, raise: '10%', bonus: '10%', signing: '5k' },
      rival: { base: 0, stock: { grant: 96_000, refresh: '25%' } },
    });
    expect(pay).toEqual({ base: 270_500, bonus: 27_050, signing: 5_000, stock: 0, gross: 302_550, net: 302_550 });
    expect(rival?.stock).toBe(72_000);
  });

  it('a discount', () => {
    // 1,000,000 after two years at 25% a year: / 1.25 / 1.25 = 640,000; after half a year more: / 1.125 = 568,888.89.
    const net = (exitAfter: string): number =>
      last(
        reportOf({ discount: '25%', exitAfter, horizon: '1 month', equity: { ...plain.equity, vesting: '0 months' } }),
      ).net;
    expect(net('2 years')).toBe(640_000);
    expect(net('30 months')).toBe(568_888.89);
  });

  it('pay that is more already, and equity that never makes up for it', () => {
    expect(reportOf({ rival: { base: 100_000 } }).breakEven).toEqual({ kind: 'always' });
    expect(reportOf({ horizon: '6 months', equity: { kind: 'shares', grant: '1%' } }).breakEven).toEqual({
      kind: 'never',
    });
    expect(reportOf({ rival: undefined }).breakEven).toBeUndefined();
  });

  it('what one input does', () => {
    // Exits of half the worth bring 250,000 less expected equity, half as much again 250,000 more: 50,000 and 550,000.
    // Nothing at 30%: 0.7 × 1,000,000 − 200,000 = 500,000; at 70%: 100,000. A grant by a quarter: ± 125,000.
    const { swings } = reportOf({});
    expect(swings.slice(0, 3)).toEqual([
      { input: 'value', low: 50_000, high: 550_000, width: 500_000 },
      { input: 'nothing', low: 500_000, high: 100_000, width: 400_000 },
      { input: 'grant', low: 175_000, high: 425_000, width: 250_000 },
    ]);
    expect(swings.map(({ input }) => input)).not.toContain('strike');
  });
});
