import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Card } from '../src/model/index.ts';
import {
  type CardAnswered,
  type CardState,
  cardState,
  cardsToday,
  type DeckCard,
  dailyCards,
  eventVersion,
  fold,
  noProgress,
  type PracticeEvent,
  pickCards,
  quizStatistics,
} from '../src/practice/index.ts';
import { answered } from './practice-fixtures.ts';

const day = 86_400_000;
const start = Date.parse('2026-11-01T09:00:00Z');
const at = (days: number): string => new Date(start + days * day).toISOString();
let ids = 0;
const id = (): string => (ids++).toString(16).padStart(8, '0');
const answer = (days: number, right = true, card = 'p/c'): CardAnswered =>
  answered({ id: id(), at: at(days), right, card });
const dueOf = (state: CardState): number =>
  state.state === 'unseen' ? Number.NaN : Math.round(((state.due - start) / day) * 10) / 10;
const due = (answers: readonly CardAnswered[], interview?: number): number =>
  dueOf(
    cardState(answers, {
      now: Math.max(start, ...answers.map((one) => Date.parse(one.at))),
      interview: interview === undefined ? undefined : start + interview * day,
    }),
  );
/** Answers a card right each time it comes back; gives the days on which it did. */
const learn = (until: number, interview?: number): readonly number[] => {
  const answers: CardAnswered[] = [];
  const days: number[] = [];
  for (let next = 0; next <= until; ) {
    days.push(next);
    answers.push(answer(next));
    next = due(answers, interview);
  }
  return days;
};
const history = fc.array(fc.record({ after: fc.double({ min: 0, max: 40, noNaN: true }), right: fc.boolean() }), {
  minLength: 1,
  maxLength: 12,
});
const answersOf = (steps: readonly { readonly after: number; readonly right: boolean }[]): readonly CardAnswered[] => {
  let days = 0;
  return steps.map(({ after, right }) => {
    days += after;
    return answer(days, right);
  });
};

describe('a card that was answered', () => {
  it('is remembered by its answers alone, whatever was asked of the same ones before', () => {
    const subsets = fc.array(fc.record({ without: fc.array(fc.nat(11)), now: fc.integer({ min: -30, max: 400 }) }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(history, subsets, (steps, asked) => {
        const answers = answersOf(steps);
        for (const { without, now } of asked) {
          const some = answers.filter((_, index) => !without.includes(index));
          const timing = { now: start + now * day };
          // Copies were never asked of before.
          expect(cardState(some, timing)).toEqual(cardState(structuredClone(some), timing));
        }
      }),
    );
  });

  it('comes back after a longer while each time it was right', () => {
    expect(learn(200)).toEqual([0, 2, 13, 59]);
  });

  it('is due at once after a wrong answer, and comes back sooner than before', () => {
    const known = [answer(0), answer(2), answer(13)];
    const lapsed = [...known, answer(20, false)];
    expect(due(lapsed)).toBe(20);
    const again = due([...lapsed, answer(20.01)]) - 20;
    expect(again).toBeGreaterThanOrEqual(1);
    expect(again).toBeLessThan(due(known) - 13);
  });

  it('has a state that its answers alone decide, always the same', () => {
    fc.assert(
      fc.property(history, fc.option(fc.nat(200), { nil: undefined }), (steps, interview) => {
        const answers = answersOf(steps);
        const timing = {
          now: start + 100 * day,
          interview: interview === undefined ? undefined : start + interview * day,
        };
        const state = cardState(answers, timing);
        expect(cardState([...answers], timing)).toEqual(state);
        if (state.state === 'unseen') throw new Error('It was answered.');
        expect(state.retention).toBeGreaterThan(0);
        expect(state.retention).toBeLessThanOrEqual(1);
        expect(state.state).toBe(state.due <= timing.now ? 'due' : 'later');
      }),
    );
  });

  it('is less likely known with every day', () => {
    const likely = [3, 10, 40, 200].map((days) => {
      const state = cardState([answer(0), answer(2)], { now: start + days * day });
      return state.state === 'unseen' ? 0 : state.retention;
    });
    expect(likely).toEqual([...likely].sort((a, b) => b - a));
    expect(new Set(likely).size).toBe(4);
  });
});

describe('before an interview', () => {
  it('no card comes back later than its day, and none before its last answer', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 400 }), (steps, interview) => {
        const answers = answersOf(steps);
        const last = Date.parse(answers.at(-1)?.at ?? '');
        const state = cardState(answers, { now: last, interview: start + interview * day });
        if (state.state === 'unseen') throw new Error('It was answered.');
        expect(state.due).toBeGreaterThanOrEqual(last);
        if (last < start + interview * day) expect(state.due).toBeLessThanOrEqual(start + interview * day);
      }),
    );
  });

  it('every card comes back within the last three weeks, and is better known on the day than without a date', () => {
    const days = learn(59, 60);
    expect(days.slice(0, 3)).toEqual([0, 2, 13]);
    expect(Math.max(...days)).toBeGreaterThan(60 - 21);
    expect(Math.max(...days)).toBeLessThan(60);
    const known = (list: readonly number[]): number => {
      const state = cardState(
        list.map((one) => answer(one)),
        { now: start + 60 * day },
      );
      return state.state === 'unseen' ? 0 : state.retention;
    };
    expect(known(days)).toBeGreaterThan(0.95);
    expect(known(days)).toBeGreaterThan(known([0, 2, 13]));
  });

  it('that is over, or far away, cards come back as they would without', () => {
    const answers = [answer(0), answer(2)];
    const timing = { now: start + 100 * day };
    expect(cardState(answers, { ...timing, interview: start + 5 * day })).toEqual(cardState(answers, timing));
    expect(due(answers, 300)).toBe(due(answers));
  });
});

const card = (index: number, topic = 'bread'): DeckCard => ({
  key: `p/c${index}`,
  card: {
    ...{ id: `c${index}`, skill: 'Bread', topic, prompt: 'So?', explanation: 'So.', source: 'own' },
    kind: 'true-false',
    answer: true,
  } satisfies Card,
  source: undefined,
  pitfalls: [],
});
const deck = Array.from({ length: 60 }, (_, index) => card(index));
const today = (days: number) => ({ now: start + days * day, dayStart: start + days * day - 9 * 3_600_000 });

describe('a day', () => {
  it('asks for no more than its cards, also after a missed month', () => {
    const all = fold(deck.map(({ key }) => answer(0, true, key)));
    expect(cardsToday(deck, all, today(40))).toEqual({ due: dailyCards, fresh: 0, answered: 0 });
    expect(cardsToday(deck, noProgress, today(0))).toEqual({ due: 0, fresh: dailyCards, answered: 0 });
  });

  it('has room for new cards beside those that come back, and counts what was answered today', () => {
    const seen = [...deck.slice(0, 8).map(({ key }) => answer(0, true, key)), answer(5, true, 'p/c0')];
    expect(cardsToday(deck, fold(seen), today(5))).toEqual({ due: 7, fresh: 12, answered: 1 });
    const done = deck.slice(0, 25).map(({ key }) => answer(5, true, key));
    expect(cardsToday(deck, fold(done), today(5))).toEqual({ due: 0, fresh: 0, answered: 25 });
  });
});

const common = { v: eventVersion, writer: 'cafe' } as const;

describe('undoing and suspending', () => {
  const given = answer(0, false);
  const undoing: PracticeEvent = { ...common, kind: 'card-undone', id: id(), at: at(0.001), event: given.id };

  it('makes an answer as if it had not been given, in whatever order the events come', () => {
    for (const events of [
      [given, undoing],
      [undoing, given],
      [{ ...undoing, at: at(-1) }, given],
    ])
      expect(fold(events).answers.size).toBe(0);
    const again = answer(0.002);
    expect(fold([given, undoing, again]).answers.get('p/c')).toEqual([again]);
  });

  it('changes nothing where it names no answer', () => {
    expect(fold([given, { ...undoing, event: 'ffffffffff' }]).answers.get('p/c')).toEqual([given]);
  });

  it('keeps a suspended card out of quizzes and counts until it is resumed', () => {
    const suspended: PracticeEvent = { ...common, kind: 'card-suspended', id: id(), at: at(0), card: 'p/c1' };
    const resumed: PracticeEvent = { ...common, kind: 'card-resumed', id: id(), at: at(1), card: 'p/c1' };
    const three = deck.slice(0, 3);
    const dealt = (...events: readonly PracticeEvent[]) =>
      pickCards(three, fold(events), { count: 3, seed: 1, now: start }).map(({ key }) => key);
    expect(dealt(suspended).sort()).toEqual(['p/c0', 'p/c2']);
    expect(dealt(resumed, suspended)).toHaveLength(3);
    expect(cardsToday(three, fold([suspended]), today(0)).fresh).toBe(2);
  });

  it('keeps reports of a card', () => {
    const report: PracticeEvent = {
      ...common,
      kind: 'card-reported',
      id: id(),
      at: at(0),
      card: 'p/c1',
      reason: 'wrong',
    };
    expect(fold([report]).reports.get('p/c1')).toEqual([report]);
  });
});

describe('statistics', () => {
  it('count each topic, and what is known of it now and on the day of the interview', () => {
    const mixed = [card(0), card(1), card(2, 'oven')];
    const progress = fold([answer(0, true, 'p/c0'), answer(0, false, 'p/c2')]);
    const { all, topics } = quizStatistics(mixed, progress, { now: start + day, interview: start + 30 * day });
    expect(topics.map(({ topic }) => topic)).toEqual(['bread', 'oven']);
    expect(all).toMatchObject({ cards: 3, seen: 2, due: 1, suspended: 0 });
    expect(topics[0]).toMatchObject({ cards: 2, seen: 1, due: 0 });
    expect(topics[0]?.retention).toBeGreaterThan(topics[1]?.retention ?? 1);
    expect(topics[0]?.atInterview).toBeLessThan(topics[0]?.retention ?? 0);
    expect(quizStatistics(mixed, noProgress, { now: start }).all).toMatchObject({
      retention: undefined,
      atInterview: undefined,
    });
  });

  it('add up over the topics', () => {
    const progress = fold(deck.slice(0, 9).map(({ key }, index) => answer(index, index % 3 > 0, key)));
    const mixed = deck.map((one, index) => ({ ...one, card: { ...one.card, topic: `t${index % 4}` } }));
    const { all, topics } = quizStatistics(mixed, progress, { now: start + 9 * day });
    for (const key of ['cards', 'seen', 'due', 'suspended'] as const)
      expect(topics.reduce((sum, topic) => sum + topic[key], 0)).toBe(all[key]);
  });
});
