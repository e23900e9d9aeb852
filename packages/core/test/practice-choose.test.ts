import { describe, expect, it } from 'vitest';
import { fold, outlineOf, type PracticeEvent, suggestQuestions } from '../src/practice/index.ts';
import { attempt, basePack, shopPack } from './practice-fixtures.ts';

const now = Date.parse('2026-11-21T09:00:00Z');
const suggested = (events: readonly PracticeEvent[], seed = 1) =>
  Object.fromEntries(
    suggestQuestions(
      outlineOf({ packs: [basePack, shopPack], target: { pack: shopPack, level: 'L5' }, progress: fold(events) }),
      { now, seed },
    ).map(({ kind, question }) => [kind, question.id]),
  );

describe('what to practise next', () => {
  it('is the first of the loop before anything was tried', () => {
    const found = suggested([]);
    expect(found).toMatchObject({ untried: 'shop/one' });
    expect(found).not.toHaveProperty('weakest');
    expect(found).not.toHaveProperty('due');
  });

  it('tells the weakest from what is longest overdue', () => {
    const found = suggested([
      attempt({ id: 'aaaaaaa1', question: 'shop/one', at: '2026-11-20T09:00:00Z', signal: 'strong-no' }),
      attempt({ id: 'aaaaaaa2', question: 'shop/two', at: '2026-10-01T09:00:00Z', signal: 'lean-yes' }),
    ]);
    expect(found).toMatchObject({ due: 'shop/two', weakest: 'shop/one', untried: 'base/story' });
  });

  it('leaves alone what was done well a week ago', () => {
    const recent = attempt({ question: 'shop/one', at: '2026-11-14T09:00:00Z', signal: 'strong-yes' });
    expect(suggested([recent])).not.toHaveProperty('due');
    expect(suggested([{ ...recent, at: '2026-11-05T08:59:00Z' }])).toMatchObject({ due: 'shop/one' });
  });

  it('chooses at random among the loop, the same for the same seed', () => {
    const found = new Set(Array.from({ length: 30 }, (_, seed) => suggested([], seed).random));
    expect([...found].sort()).toEqual(['base/story', 'shop/one', 'shop/two']);
    expect(suggested([], 7)).toEqual(suggested([], 7));
  });

  it('suggests nothing of packs that are gone', () => {
    const gone = attempt({ question: 'old/one', signal: 'strong-no', at: '2026-01-01T09:00:00Z' });
    expect(Object.values(suggested([gone]))).not.toContain('old/one');
  });
});
