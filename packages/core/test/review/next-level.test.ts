import { describe, expect, it } from 'vitest';
import type { Composition } from '../../src/model/index.ts';
import { barReached, type JudgedCriterion, type Status } from '../../src/review/composition.ts';
import { nextLevel as nextFrom, nextLevelReason } from '../../src/review/next-level.ts';
import { reasonText } from '../../src/review/reasons.ts';

const composition: Composition = {
  credit: { partial: 0.25, harsh: 0.1, kind: 0.5 },
  plus: 0.15,
  pitfall: 0.02,
  thresholds: { 'lean-no': 0.2, 'lean-yes': 0.6, 'strong-yes': 0.8 },
  gates: [],
  belowBar: 'lean-yes',
  levels: { mid: { mid: 0.5 }, senior: { mid: 0.6, senior: 0.5 }, staff: { mid: 0.8, senior: 0.5, staff: 0.5 } },
};

const nextLevel = (criteria: readonly JudgedCriterion[], by: Composition) =>
  nextFrom(criteria, by, barReached(criteria, by));

const criterion = (title: string, from: JudgedCriterion['from'], status: Status, weight = 1): JudgedCriterion => ({
  ref: `design/${title}`,
  title,
  from,
  weight,
  status,
});

describe('what would move an answer to the next bar', () => {
  it('prefers what is partly there, and one edit to two', () => {
    const found = nextLevel(
      [
        criterion('scope', 'mid', 'met'),
        criterion('api', 'mid', 'met'),
        criterion('depth', 'senior', 'missing'),
        criterion('tradeoff', 'senior', 'partial'),
      ],
      composition,
    );
    expect(found?.bar).toBe('senior');
    expect(found?.edits.map(({ title }) => title)).toEqual(['tradeoff']);
    expect(found && reasonText(nextLevelReason(found))).toBe('What would move this to senior: tradeoff in full.');
  });

  it('finds the two that are enough together', () => {
    const found = nextLevel(
      [
        criterion('scope', 'mid', 'met'),
        criterion('api', 'mid', 'missing'),
        criterion('depth', 'senior', 'missing'),
        criterion('tradeoff', 'senior', 'missing'),
      ],
      composition,
    );
    expect(found?.isEnough).toBe(true);
    expect(found?.edits.map(({ title }) => title)).toEqual(['api', 'depth']);
  });

  it('says that more is missing where two are not enough, and asks for nothing of no weight', () => {
    const found = nextLevel(
      [
        criterion('a', 'mid', 'missing', 0),
        ...['b', 'c', 'd', 'e', 'f', 'g'].map((title) => criterion(title, 'mid', 'missing')),
      ],
      composition,
    );
    expect(found?.isEnough).toBe(false);
    expect(found?.edits.map(({ title }) => title)).toEqual(['b', 'c']);
  });

  it('is nothing at the highest bar', () => {
    expect(nextLevel([criterion('a', 'mid', 'met'), criterion('b', 'staff', 'met')], composition)).toBeUndefined();
  });
});
