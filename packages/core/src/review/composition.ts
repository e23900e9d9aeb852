import {
  type Bar,
  bars,
  type Composition,
  type HireSignal,
  hireSignals,
  type LevelReading,
  levelReadings,
} from '../model/index.ts';
import { named, type ReviewReason } from './reasons.ts';

export type Status = 'met' | 'partial' | 'missing';

/** What the composition needs of a criterion. */
export interface JudgedCriterion {
  readonly ref: string;
  readonly title: string;
  readonly from: Bar;
  readonly weight: number;
  readonly status: Status;
}

export interface JudgedPitfall {
  readonly ref: string;
  readonly title: string;
  readonly weight: number;
  readonly present: boolean;
}

export interface HireReading {
  readonly signal: HireSignal;
  readonly low: HireSignal;
  readonly high: HireSignal;
  readonly reasons: readonly ReviewReason[];
}

export interface LevelVerdict {
  readonly bar: LevelReading;
  readonly low: LevelReading;
  readonly high: LevelReading;
  readonly reasons: readonly ReviewReason[];
}

type Credit = 'harsh' | 'partial' | 'kind';

const rank = (bar: Bar): number => bars.indexOf(bar);

/**
 * The hire signal at a bar, by the pack's composition table (see `model/composition.ts` for its meaning). `reading` is the
 * level that the same criteria read as; `words` are counted once where they are repeated.
 */
export function readHire(
  criteria: readonly JudgedCriterion[],
  pitfalls: readonly JudgedPitfall[],
  bar: Bar,
  composition: Composition,
  reading: LevelReading,
  words: number,
): HireReading {
  const at = (credit: Credit): Capped =>
    capped({
      value: score(criteria, pitfalls, bar, composition, credit),
      criteria,
      pitfalls,
      bar,
      composition,
      reading,
      words,
    });
  const point = at('partial');
  const expected = criteria.filter((criterion) => criterion.weight > 0 && rank(criterion.from) <= rank(bar));
  const met = expected.filter(({ status }) => status === 'met').length;
  const missing = expected.filter(({ status }) => status === 'missing');
  const present = pitfalls.filter((pitfall) => pitfall.present && pitfall.weight > 0);
  const titles = (of: readonly { readonly title: string }[]) => named(of.map(({ title }) => title));
  const reasons: readonly ReviewReason[] = [
    { code: 'expected-met', met, expected: expected.length },
    ...(missing.length > 0 ? [{ code: 'missing', ...titles(missing) } as const] : []),
    ...(present.length > 0 ? [{ code: 'pitfalls', ...titles(present) } as const] : []),
    ...point.gates,
  ];
  return { signal: point.signal, low: at('harsh').signal, high: at('kind').signal, reasons };
}

/** Holds a reading at a signal, with the reason first. */
export function holdAt(hire: HireReading, limit: HireSignal, reason: ReviewReason): HireReading {
  const held = (signal: HireSignal): HireSignal =>
    hireSignals.indexOf(signal) > hireSignals.indexOf(limit) ? limit : signal;
  return {
    signal: held(hire.signal),
    low: held(hire.low),
    high: held(hire.high),
    reasons: [reason, ...hire.reasons],
  };
}

function score(
  criteria: readonly JudgedCriterion[],
  pitfalls: readonly JudgedPitfall[],
  bar: Bar,
  composition: Composition,
  credit: Credit,
): number {
  let earned = 0;
  let possible = 0;
  for (const criterion of criteria) {
    const worth = creditOf(criterion.status, composition, credit) * criterion.weight;
    if (rank(criterion.from) <= rank(bar)) {
      earned += worth;
      possible += Math.max(0, criterion.weight);
    } else earned += composition.plus * worth;
  }
  const taken = pitfalls.reduce(
    (sum, pitfall) => sum + (pitfall.present ? composition.pitfall * pitfall.weight : 0),
    0,
  );
  return possible === 0 ? 0 : earned / possible - taken;
}

function creditOf(status: Status, composition: Composition, credit: Credit): number {
  return status === 'met' ? 1 : status === 'partial' ? composition.credit[credit] : 0;
}

/** A signal after the gates, and what each gate that closed says. */
interface Capped {
  readonly signal: HireSignal;
  readonly gates: readonly ReviewReason[];
}

interface Capping {
  readonly value: number;
  readonly criteria: readonly JudgedCriterion[];
  readonly pitfalls: readonly JudgedPitfall[];
  readonly bar: Bar;
  readonly composition: Composition;
  readonly reading: LevelReading;
  readonly words: number;
}

function capped({ value, criteria, pitfalls, bar, composition, reading, words }: Capping): Capped {
  const { thresholds, tooShort } = composition;
  let index =
    value >= thresholds['strong-yes']
      ? 3
      : value >= thresholds['lean-yes']
        ? 2
        : value >= thresholds['lean-no']
          ? 1
          : 0;
  const gates: ReviewReason[] = [];
  if (levelReadings.indexOf(reading) <= rank(bar)) {
    const limit = hireSignals.indexOf(composition.belowBar);
    if (index > limit) {
      index = limit;
      gates.push({ code: 'under-bar', reading, atMost: composition.belowBar });
    }
  }
  if (tooShort && words < tooShort.words && index > hireSignals.indexOf(tooShort.atMost)) {
    index = hireSignals.indexOf(tooShort.atMost);
    gates.push({ code: 'too-short', words, from: tooShort.words, atMost: tooShort.atMost });
  }
  for (const gate of composition.gates) {
    if (gate.from !== undefined && rank(bar) < rank(gate.from)) continue;
    const criterion = criteria.find(({ ref, weight }) => ref === gate.when && weight > 0);
    const pitfall = pitfalls.find(({ ref, weight }) => ref === gate.when && weight > 0);
    const closed = gate.is === 'missing' ? criterion?.status === 'missing' : pitfall?.present === true;
    const limit = hireSignals.indexOf(gate.atMost);
    if (closed && index > limit) {
      index = limit;
      gates.push({
        code: gate.is === 'missing' ? 'gate-missing' : 'gate-stands',
        title: criterion?.title ?? pitfall?.title ?? gate.when,
        atMost: gate.atMost,
      });
    }
  }
  return { signal: hireSignals[index] as HireSignal, gates };
}

/** The highest bar whose shares an answer reaches, along with those of every bar under it. */
export function barReached(
  criteria: readonly JudgedCriterion[],
  composition: Composition,
  credit: Credit = 'partial',
): LevelReading {
  let reading: LevelReading = 'below';
  for (const bar of bars) {
    const asked: Readonly<Partial<Record<Bar, number>>> = composition.levels[bar];
    const reached = bars.every((part) => {
      const needed = asked[part];
      const got = share(criteria, part, composition, credit);
      return needed === undefined || got === undefined || got >= needed;
    });
    if (!reached) break;
    if (criteria.some(({ from }) => from === bar) || bar === 'mid') reading = bar;
  }
  return reading;
}

/** The level an answer reads as, by the shares of each bar's criteria it earns. */
export function readLevel(criteria: readonly JudgedCriterion[], composition: Composition): LevelVerdict {
  const at = (credit: Credit): LevelReading => barReached(criteria, composition, credit);
  const point = at('partial');
  const reasons = bars
    .map((bar) => [bar, criteria.filter(({ from, weight }) => from === bar && weight > 0)] as const)
    .filter(([, of]) => of.length > 0)
    .map(([bar, of]): ReviewReason => {
      const met = of.filter(({ status }) => status === 'met').length;
      return { code: 'bar-met', bar, met, of: of.length };
    });
  return { bar: point, low: at('harsh'), high: at('kind'), reasons };
}

function share(
  criteria: readonly JudgedCriterion[],
  bar: Bar,
  composition: Composition,
  credit: Credit,
): number | undefined {
  const of = criteria.filter(({ from, weight }) => from === bar && weight > 0);
  if (of.length === 0) return undefined;
  return of.reduce((sum, { status }) => sum + creditOf(status, composition, credit), 0) / of.length;
}
