import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changeBetween,
  eventFileName,
  eventFileText,
  fold,
  isEventFileName,
  type PracticeEvent,
  readEvents,
  trendOf,
} from '../src/practice/index.ts';
import { answered, attempt } from './practice-fixtures.ts';

const time = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());
const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });
const status = fc.constantFrom('met', 'partial', 'missing');
const signal = fc.constantFrom('strong-no', 'lean-no', 'lean-yes', 'strong-yes');
const event: fc.Arbitrary<PracticeEvent> = fc.oneof(
  fc
    .record({
      id: hex(32),
      at: time,
      writer: hex(16),
      question: fc.constantFrom('a/one', 'a/two'),
      text: fc.string(),
      signal,
      status,
    })
    .map(({ id, at, writer, question, text, signal: hire, status: first }) =>
      attempt({ id, at, writer, question, text, signal: hire, statuses: { 'r/first': first } }),
    ),
  fc
    .record({ id: hex(32), at: time, writer: hex(16), card: fc.constantFrom('p/x', 'p/y'), right: fc.boolean() })
    .map(answered),
);

describe('fold', () => {
  it('gives the same progress for the same events in any order, however often each comes', () => {
    fc.assert(
      fc.property(
        fc.array(event, { maxLength: 30 }).chain((events) =>
          fc.tuple(
            fc.constant(events),
            fc.shuffledSubarray([...events, ...events], {
              minLength: events.length * 2,
              maxLength: events.length * 2,
            }),
          ),
        ),
        ([events, again]) => {
          const one = fold(events);
          const other = fold(again);
          expect([...other.attempts].sort()).toEqual([...one.attempts].sort());
          expect([...other.answers].sort()).toEqual([...one.answers].sort());
          expect(other.events).toBe(one.events);
        },
      ),
    );
  });

  it('counts each event once', () => {
    fc.assert(
      fc.property(fc.uniqueArray(event, { selector: ({ id }) => id, maxLength: 30 }), (events) => {
        const { attempts, answers } = fold([...events, ...events]);
        expect([...attempts.values(), ...answers.values()].flat()).toHaveLength(events.length);
      }),
    );
  });

  it('puts attempts in order of time, by the instant and not by its spelling', () => {
    const late = attempt({ id: 'aaaaaaaa', at: '2026-11-21T10:00:00.500Z' });
    const early = attempt({ id: 'bbbbbbbb', at: '2026-11-21T10:00:00Z' });
    expect(fold([late, early]).attempts.get('a/one')).toEqual([early, late]);
  });

  it('reports two events under one id and always takes the same', () => {
    const one = answered({ id: 'aaaaaaaa', right: true });
    const other = answered({ id: 'aaaaaaaa', right: false });
    expect(fold([one, other]).conflicts).toEqual(['aaaaaaaa']);
    expect(fold([one, other]).answers).toEqual(fold([other, one]).answers);
    expect(fold([one, one]).conflicts).toEqual([]);
  });
});

describe('the files of a journal', () => {
  it('give back every event as it was written', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 10 }), (events) => {
        const files = events.map((one) => ({ name: eventFileName(one), text: eventFileText(one) }));
        expect(readEvents(files)).toEqual({ events, problems: [] });
      }),
    );
  });

  it('are named by time, writer and id', () => {
    const one = answered({ id: 'abcdef01', writer: 'beef', at: '2026-11-21T08:43:02.123Z' });
    expect(eventFileName(one)).toBe('20261121T084302123Z-beef-abcdef01.json');
    expect(isEventFileName(eventFileName(one))).toBe(true);
    expect(isEventFileName(`.${eventFileName(one)}`)).toBe(false);
    expect(isEventFileName(`${eventFileName(one)}.tmp`)).toBe(false);
  });

  it('never make it throw, whatever is in them, and none is passed over in silence', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.json(),
            fc.json().map((text) => `{"v":1,"kind":"card-answered","x":${text}}`),
          ),
        ),
        (texts) => {
          const { events, problems } = readEvents(texts.map((text, index) => ({ name: `${index}.json`, text })));
          expect(events.length + problems.length).toBe(texts.length);
        },
      ),
    );
  });

  it('are read past one that was cut off at any place', () => {
    const whole = answered({ id: 'aaaaaaaa' });
    const text = eventFileText(whole);
    fc.assert(
      fc.property(fc.nat(text.length - 3), (length) => {
        const reading = readEvents([
          { name: 'cut.json', text: text.slice(0, length) },
          { name: 'whole.json', text },
        ]);
        expect(reading.events).toEqual([whole]);
        expect(reading.problems.map(({ file }) => file)).toEqual(['cut.json']);
      }),
    );
  });

  it.each([
    ['', 'The file is empty.'],
    ['{"v": 1, "kind": "card-ans', 'This is not JSON; the file may have been cut off or edited.'],
    ['[]', 'This is not an event.'],
    [
      '{"v": 2, "kind": "card-answered"}',
      'A later version of Rubricate wrote this (event version 2); this one reads up to 1.',
    ],
    ['{"v": 1, "kind": "card-eaten"}', 'This version of Rubricate does not know events of the kind "card-eaten".'],
  ])('say what is wrong with %j', (text, message) => {
    expect(readEvents([{ name: 'x.json', text }]).problems).toEqual([{ file: 'x.json', message }]);
  });

  it('name the key that is wrong', () => {
    const text = JSON.stringify({ ...answered({}), right: 'perhaps' });
    expect(readEvents([{ name: 'x.json', text }]).problems[0]?.message).toMatch(/^right: /);
  });

  it('keep working when a later writer of this version adds a key', () => {
    const text = JSON.stringify({ ...answered({}), mood: 'good' });
    expect(readEvents([{ name: 'x.json', text }]).events).toEqual([answered({})]);
  });
});

describe('two attempts', () => {
  const before = attempt({
    signal: 'lean-no',
    words: 300,
    statuses: { 'r/a': 'missing', 'r/b': 'met', 'r/c': 'met' },
    pitfalls: ['r/magic'],
  });
  const after = attempt({
    signal: 'lean-yes',
    words: 420,
    statuses: { 'r/a': 'partial', 'r/b': 'met', 'r/c': 'missing', 'r/new': 'met' },
  });

  it('differ by what was gained and lost', () => {
    expect(changeBetween(before, after)).toEqual({
      sameLevel: true,
      signal: { from: 'lean-no', to: 'lean-yes' },
      reading: { from: 'mid', to: 'mid' },
      gained: ['r/a'],
      lost: ['r/c'],
      pitfallsGone: ['r/magic'],
      pitfallsNew: [],
      words: 120,
      sameText: true,
    });
  });

  it('have a trend only at one level', () => {
    expect(trendOf([before])).toBe('none');
    expect(trendOf([before, after])).toBe('up');
    expect(trendOf([after, before])).toBe('down');
    expect(trendOf([before, before])).toBe('steady');
    expect(trendOf([before, { ...after, level: 'L6' }])).toBe('none');
    expect(trendOf([before, { ...after, level: 'L6' }, after])).toBe('up');
  });

  it('rank by what is met where the signal is the same', () => {
    const more = attempt({ signal: 'lean-no', statuses: { 'r/a': 'partial', 'r/b': 'met', 'r/c': 'met' } });
    expect(trendOf([before, more])).toBe('up');
  });
});
