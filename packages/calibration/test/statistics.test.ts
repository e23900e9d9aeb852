import { describe, expect, it } from 'vitest';
import { bootstrap, kappa, mean, quadraticKappa } from '../src/statistics.ts';

const repeat = (pair: readonly [number, number], times: number) => Array.from({ length: times }, () => pair);

describe('kappa', () => {
  it('is 1 for full agreement, 0 for what chance gives, negative for less', () => {
    expect(kappa([...repeat([1, 1], 5), ...repeat([0, 0], 5)])).toBe(1);
    expect(kappa([...repeat([1, 1], 1), ...repeat([1, 0], 1), ...repeat([0, 1], 1), ...repeat([0, 0], 1)])).toBe(0);
    expect(kappa([...repeat([1, 0], 3), ...repeat([0, 1], 3)])).toBe(-1);
  });

  it('gives the textbook value', () => {
    // 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no: observed 0.7, expected 0.5.
    const pairs = [...repeat([1, 1], 20), ...repeat([1, 0], 5), ...repeat([0, 1], 10), ...repeat([0, 0], 15)];
    expect(kappa(pairs)).toBeCloseTo(0.4, 10);
  });

  it('is not a number where nothing could differ', () => {
    expect(kappa(repeat([1, 1], 4))).toBeNaN();
  });

  it('with quadratic weights forgives a near miss more than a far one', () => {
    const near = [...repeat([0, 0], 4), ...repeat([2, 2], 4), ...repeat([0, 1], 1)];
    const far = [...repeat([0, 0], 4), ...repeat([2, 2], 4), ...repeat([0, 2], 1)];
    expect(quadraticKappa(near)).toBeGreaterThan(quadraticKappa(far));
  });
});

describe('bootstrap', () => {
  it('gives the same interval every time, around the value', () => {
    const values = Array.from({ length: 40 }, (_, index) => index);
    const [low, high] = bootstrap(values, (sample) => mean(sample));
    expect([low, high]).toEqual(bootstrap(values, (sample) => mean(sample)));
    expect(low).toBeLessThan(mean(values));
    expect(high).toBeGreaterThan(mean(values));
  });
});
