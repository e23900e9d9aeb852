import { describe, expect, it } from 'vitest';
import {
  arrange,
  coverageOf,
  type Draft,
  fold,
  noFilter,
  outlineOf,
  type PracticeEvent,
} from '../src/practice/index.ts';
import { attempt, basePack, shopPack } from './practice-fixtures.ts';

const packs = [basePack, shopPack];
const now = Date.parse('2026-11-21T09:00:00Z');
const moment = { now, planned: new Set<string>() };
const draft = (text: string): Draft => ({ file: 'a.md', text, coverage: { met: 1, partial: 1, expected: 4 } });
const of = (events: readonly PracticeEvent[], drafts: Readonly<Record<string, Draft>> = {}, level = 'L5') =>
  outlineOf({
    packs,
    target: { pack: shopPack, level },
    progress: fold(events),
    drafts: new Map(Object.entries(drafts)),
  });
const states = (outline: ReturnType<typeof of>) =>
  Object.fromEntries(
    [...outline.rounds, ...outline.groups].flatMap(({ questions }) => questions.map(({ id, state }) => [id, state])),
  );
const shown = (outline: ReturnType<typeof of>) =>
  [
    ...outline.rounds.map((one) => [one.round.id, one] as const),
    ...outline.groups.map((one) => [one.kind, one] as const),
  ].map(([name, { questions }]) => [name, ...questions.map(({ id }) => id)].join(' '));

const weak = attempt({ id: 'aaaaaaa1', question: 'shop/one', signal: 'strong-no', at: '2026-11-20T09:00:00Z' });
const good = attempt({ id: 'aaaaaaa2', question: 'shop/two', signal: 'lean-yes', at: '2026-11-19T09:00:00Z' });
const read = (event: typeof good, bar: 'mid' | 'senior' | 'staff') => ({
  ...event,
  review: { ...event.review, reading: { bar, low: bar, high: bar } },
});

describe('the state of a question', () => {
  it('is begun by a file, and by an attempt that is not enough', () => {
    expect(states(of([weak], { 'base/story': draft('Once') }))).toEqual({
      'shop/one': 'in-progress',
      'shop/two': 'not-started',
      'base/story': 'in-progress',
      'base/plan': 'not-started',
    });
  });

  it('is ready after a yes at the level of the target that reads as no lower', () => {
    expect(states(of([read(good, 'senior')]))).toMatchObject({ 'shop/two': 'ready' });
    expect(states(of([read(good, 'mid')]))).toMatchObject({ 'shop/two': 'in-progress' });
    expect(states(of([{ ...read(good, 'senior'), level: 'L4' }]))).toMatchObject({ 'shop/two': 'in-progress' });
    expect(states(of([read(good, 'senior')], {}, 'L4'))).toMatchObject({ 'shop/two': 'ready' });
  });

  it('does not count a file whose text is recorded as it stands', () => {
    const find = (text: string) =>
      of([weak], { 'shop/one': draft(text) }).rounds.flatMap(({ questions }) => questions)[0]?.draft;
    expect(find(weak.text)).toBeUndefined();
    expect(find(`${weak.text} More.`)?.coverage).toEqual({ met: 1, partial: 1, expected: 4 });
  });

  it('counts of what is expected alone', () => {
    expect(
      coverageOf([
        { status: 'met', expected: true },
        { status: 'partial', expected: true },
        { status: 'met', expected: false },
        { status: 'missing', expected: true },
      ]),
    ).toEqual({ met: 1, partial: 1, expected: 3 });
  });
});

describe('an outline that is arranged', () => {
  const outline = of([weak, read(good, 'senior')], { 'base/plan': draft('Once') });

  it('is the same with no filter, in the order of the loop', () => {
    expect(arrange(outline, noFilter, 'loop', moment)).toEqual(outline);
  });

  it('shows the questions in a state, and counts those', () => {
    const ready = arrange(outline, { ...noFilter, states: ['ready'] }, 'loop', moment);
    expect(shown(ready)).toEqual(['plan-2 shop/two']);
    expect(ready.rounds[0]).toMatchObject({ attempted: 1, ready: 1 });
    expect(shown(arrange(outline, { ...noFilter, states: ['not-started', 'in-progress'] }, 'loop', moment))).toEqual([
      'plan-1 shop/one',
      'story base/story',
      'pack base/plan',
    ]);
  });

  it('shows rounds, and words of a title whatever their case and accents', () => {
    expect(shown(arrange(outline, { ...noFilter, rounds: ['plan-2'] }, 'loop', moment))).toEqual(['plan-2 shop/two']);
    expect(shown(arrange(outline, { ...noFilter, text: ' SHÓP  one' }, 'loop', moment))).toEqual(['plan-1 shop/one']);
    expect(shown(arrange(outline, { ...noFilter, text: 'nothing such' }, 'loop', moment))).toEqual([]);
  });

  it('shows what is due: what is asked for now, and what was tried and went stale', () => {
    const due = { ...noFilter, due: true };
    expect(shown(arrange(outline, due, 'loop', moment))).toEqual([]);
    expect(shown(arrange(outline, due, 'loop', { ...moment, planned: new Set(['base/story']) }))).toEqual([
      'story base/story',
    ]);
    expect(shown(arrange(outline, due, 'loop', { ...moment, now: now + 2 * 86_400_000 }))).toEqual(['plan-1 shop/one']);
  });

  it('asks for all conditions together', () => {
    const both = { ...noFilter, states: ['ready' as const], rounds: ['plan-1'] };
    expect(shown(arrange(outline, both, 'loop', moment))).toEqual([]);
  });

  it('comes weakest first, or by what was practised last', () => {
    expect(shown(arrange(outline, noFilter, 'weakest', moment))).toEqual([
      'plan-1 shop/one',
      'story base/story',
      'plan-2 shop/two',
      'talk',
      'pack base/plan',
    ]);
    expect(shown(arrange(outline, noFilter, 'latest', moment)).slice(0, 3)).toEqual([
      'plan-1 shop/one',
      'plan-2 shop/two',
      'story base/story',
    ]);
  });
});
