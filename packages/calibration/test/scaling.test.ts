import { reviewAnswer } from '@rubricate/core/review';
import { readAnswer } from '@rubricate/core/text';
import { describe, expect, it } from 'vitest';
import { benchTarget, typeInto } from '../src/bench/edits.ts';
import { textOf } from '../src/bench/texts.ts';
import { median } from '../src/statistics.ts';

/** Processor time, in milliseconds: what else the machine does meanwhile costs none of it. */
const spent = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const target = benchTarget();

// Ratios of costs against ratios of sizes, generous on both sides: they hold on any machine, and a cost that grows with the
// square of the text breaks them many times over.
describe('what a review costs', { timeout: 180_000 }, () => {
  it('grows with the text and not with its square', () => {
    const cost = (size: number, times: number): number => {
      const text = textOf(size);
      const costs = Array.from({ length: 3 }, () => {
        const start = spent();
        for (let time = 0; time < times; time++) reviewAnswer(readAnswer(text), target);
        return (spent() - start) / times;
      });
      return median(costs);
    };
    cost(20_000, 8);
    // Eight times the text; a cost by the square would be sixty-four times.
    expect(cost(160_000, 1) / cost(20_000, 8)).toBeLessThan(24);
  });

  it('is far from that of the whole text when a key is typed', () => {
    const cost = (size: number): number => {
      const means = Array.from({ length: 3 }, () => {
        const keys = typeInto(textOf(size), { target, places: 12, clock: spent });
        return keys.reduce((sum, key) => sum + key, 0) / keys.length;
      });
      return median(means);
    };
    cost(10_000);
    // Thirty-two times the text.
    expect(cost(320_000) / cost(10_000)).toBeLessThan(12);
  });
});
