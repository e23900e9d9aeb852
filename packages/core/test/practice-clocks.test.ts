import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cardState,
  cardsToday,
  type DeckCard,
  eventFileText,
  eventVersion,
  fold,
  holdsEvent,
  type PracticeEvent,
  placeEvent,
  readEvents,
} from '../src/practice/index.ts';
import { answered } from './practice-fixtures.ts';

const day = 86_400_000;
const now = Date.parse('2026-11-21T09:00:00Z');
let ids = 0;
const facts = (days: number) =>
  ({
    v: eventVersion,
    id: (ids++).toString(16).padStart(8, '0'),
    at: new Date(now + days * day).toISOString(),
    writer: 'tests',
  }) as const;
/** Records events as a window does that knows of all before. */
const recorded = (events: readonly PracticeEvent[]): readonly PracticeEvent[] => {
  const all: PracticeEvent[] = [];
  for (const event of events) all.push(placeEvent(event, fold(all)));
  return all;
};
const answer = (days: number, right: boolean) => answered({ ...facts(days), card: 'p/c', right });

describe('a clock that is set back or forward', () => {
  it('leaves the order in which things were done as it was', () => {
    const kinds = fc.constantFrom('task-ticked' as const, 'task-unticked' as const);
    const steps = fc.array(fc.record({ kind: kinds, days: fc.integer({ min: -400, max: 400 }) }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(steps, fc.infiniteStream(fc.nat()), (list, chances) => {
        const events = recorded(list.map(({ kind, days }) => ({ ...facts(days), kind, task: 'p/t' })));
        const mixed = [...events]
          .map((event) => ({ event, chance: Number(chances.next().value) }))
          .sort((a, b) => a.chance - b.chance)
          .map(({ event }) => event);
        const progress = fold(mixed);
        expect(progress).toEqual(fold(events));
        expect(progress.ticks.has('p/t')).toBe(list.at(-1)?.kind === 'task-ticked');
        expect(progress.events).toBe(list.length);
      }),
    );
  });

  it('keeps the last answer to a card the last, and every answer', () => {
    const answers = [answer(-3, false), answer(200, true), answer(-2, false), answer(-1, true), answer(-366, false)];
    const { answers: folded } = fold([...recorded(answers)].reverse());
    expect(folded.get('p/c')?.map(({ id }) => id)).toEqual(answers.map(({ id }) => id));
  });

  it('names what an event comes after only where times do not tell', () => {
    const [first, second] = recorded([answer(-2, true), answer(-1, true)]);
    expect(second).not.toHaveProperty('after');
    const [, back] = recorded([answer(-2, true), answer(-3, true)]);
    expect(back?.after).toMatch(/^[0-9a-f]{8}$/);
    expect(first).not.toHaveProperty('after');
  });

  it('does not lose events that name one another in a ring, or one that is not there', () => {
    const [a, b, c] = [answer(-3, true), answer(-2, true), answer(-1, false)];
    const ring = [
      { ...a, after: b.id },
      { ...b, after: a.id },
      { ...c, after: 'ffffffff' },
    ];
    expect(fold(ring).answers.get('p/c')).toHaveLength(3);
    expect(fold([...ring].reverse())).toEqual(fold(ring));
  });

  it('stands ten thousand in a chain', () => {
    const events = Array.from({ length: 10_000 }, (_, index) => answer(-index / 100, true));
    const chain = events.map((event, index) => ({ ...event, after: events[index - 1]?.id }));
    expect(
      fold(chain)
        .answers.get('p/c')
        ?.map(({ id }) => id),
    ).toEqual(events.map(({ id }) => id));
  });

  it('does not keep a card away for a year, or count it as answered today', () => {
    const ahead = answer(365, true);
    expect(cardState([ahead], { now })).toEqual({ state: 'unseen' });
    const known = [answer(-30, true), ahead];
    expect(cardState(known, { now })).toEqual(cardState(known.slice(0, 1), { now }));
    const card = { key: 'p/c' } as DeckCard;
    const timing = { now, dayStart: now - day / 3 };
    expect(cardsToday([card], fold(known), timing)).toEqual({ due: 1, fresh: 0, answered: 0 });
    expect(cardsToday([card], fold([answer(0, true), ahead]), timing).answered).toBe(1);
    // Clocks of two machines that are minutes apart are no fault.
    expect(cardState([answer(0.01, true)], { now })).toMatchObject({ state: 'later' });
  });

  it('knows an event again that was written with its place', () => {
    const event = answer(-1, true);
    expect(holdsEvent(eventFileText({ ...event, after: 'aaaaaaaa' }), event)).toBe(true);
    expect(holdsEvent(eventFileText({ ...event, right: false }), event)).toBe(false);
    expect(holdsEvent('{', event)).toBe(false);
    expect(readEvents([{ name: 'a.json', text: eventFileText({ ...event, after: 'aaaaaaaa' }) }]).problems).toEqual([]);
  });
});
