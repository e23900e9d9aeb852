import { type Bar, bars, type Composition, type LevelReading, levelReadings } from '../model/index.ts';
import { barReached, type JudgedCriterion } from './composition.ts';
import type { ReviewReason } from './reasons.ts';

/** What would move an answer to the next bar. */
export interface NextLevel {
  readonly bar: Bar;
  /** Criteria to show in full, cheapest first; two at most. */
  readonly edits: readonly JudgedCriterion[];
  /** Whether these two are enough; otherwise they are the first of more. */
  readonly isEnough: boolean;
}

/** What is partly there needs a sentence; what is missing needs a paragraph. */
const costs = { partial: 1, missing: 2, met: 0 } as const;

/**
 * The two cheapest criteria whose showing in full makes the level reading rise, tried one by one and two by two; where no two
 * are enough, the two that the next bar misses first. `reading` is what the criteria read as now. Undefined at the highest bar.
 */
export function nextLevel(
  criteria: readonly JudgedCriterion[],
  composition: Composition,
  reading: LevelReading,
): NextLevel | undefined {
  const now = levelReadings.indexOf(reading);
  const bar = bars[now];
  if (bar === undefined) return undefined;
  const asked = composition.levels[bar] as Partial<Record<Bar, number>>;
  const open = criteria
    .filter(({ status, weight, from }) => status !== 'met' && weight > 0 && asked[from] !== undefined)
    .sort((a, b) => costs[a.status] - costs[b.status] || bars.indexOf(a.from) - bars.indexOf(b.from));
  if (open.length === 0) return undefined;
  const rises = (edits: readonly JudgedCriterion[]): boolean =>
    levelReadings.indexOf(
      barReached(
        criteria.map((criterion) => (edits.includes(criterion) ? { ...criterion, status: 'met' } : criterion)),
        composition,
      ),
    ) > now;
  // Of the same bar and status, one is as good as another: two of a kind stand for all.
  const kinds = open.filter((one, index) => open.slice(0, index).filter((other) => isAlike(one, other)).length < 2);
  const single = kinds.find((criterion) => rises([criterion]));
  if (single) return { bar, edits: [single], isEnough: true };
  const pairs = kinds.flatMap((first, index) => kinds.slice(index + 1).map((second) => [first, second] as const));
  const cost = (pair: readonly JudgedCriterion[]): number => pair.reduce((sum, { status }) => sum + costs[status], 0);
  const pair = pairs.sort((a, b) => cost(a) - cost(b)).find(rises);
  return pair ? { bar, edits: pair, isEnough: true } : { bar, edits: open.slice(0, 2), isEnough: false };
}

function isAlike(a: JudgedCriterion, b: JudgedCriterion): boolean {
  return a.from === b.from && a.status === b.status;
}

/** What would move it to the next bar, for the reasons of a level reading. */
export function nextLevelReason({ bar, edits, isEnough }: NextLevel): ReviewReason {
  return {
    code: 'next-bar',
    bar,
    edits: edits.map(({ title, status }) => ({ title, inPart: status === 'partial' })),
    isEnough,
  };
}
