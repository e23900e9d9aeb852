import { describe, expect, it } from 'vitest';
import type { Pack } from '../src/model/index.ts';
import { claimOf, disputesOf, factsBehind } from '../src/practice/index.ts';
import { basePack, shopPack } from './practice-fixtures.ts';

const base: Pack = {
  ...basePack,
  sources: [{ id: 'book', title: 'The book', publisher: 'Us', date: 'undated', kind: 'own' }],
  facts: [
    {
      id: 'slow',
      about: 'technology',
      text: 'It is slow.',
      source: 'book',
      state: 'confirmed',
      confirmedBy: ['book'],
      carries: ['X9'],
    },
  ],
};
const pack: Pack = {
  ...shopPack,
  facts: [
    {
      id: 'four',
      about: 'loop',
      text: 'Four.',
      source: 'press',
      state: 'disputed',
      disagreesWith: ['five'],
      carries: ['S1'],
    },
    {
      id: 'five',
      about: 'loop',
      text: 'Five.',
      source: 'press',
      state: 'disputed',
      disagreesWith: ['four'],
      carries: ['S2'],
    },
    { id: 'doubt', about: 'loop', text: 'Six.', source: 'press', state: 'disputed', note: 'Nobody else says so.' },
  ],
};
const packs = [pack, base];

describe('a claim', () => {
  it('is as far borne out as it says itself, whatever its facts say', () => {
    expect(claimOf(pack, { source: 'press', state: 'confirmed', carries: ['S1'] }, packs).state).toBe('confirmed');
  });

  it('takes the state of its facts, and of none it is claimed', () => {
    expect(claimOf(pack, { source: 'press', carries: ['S1'] }, packs).state).toBe('disputed');
    expect(claimOf(pack, { source: 'press' }, packs).state).toBe('claimed');
    expect(claimOf(pack, {}, packs)).toEqual({ source: undefined, state: undefined, confirmedBy: [] });
  });

  it('finds sources and facts of the packs that its own builds on, and who confirms it', () => {
    const claim = claimOf(pack, { source: 'book', carries: ['X9'] }, packs);
    expect([claim.source?.title, claim.state, claim.confirmedBy.map(({ id }) => id)]).toEqual([
      'The book',
      'confirmed',
      ['book'],
    ]);
  });
});

describe('accounts that differ', () => {
  it('stand side by side, each pair once', () => {
    expect(
      disputesOf(pack, packs).map(({ fact, against }) => [fact.id, against.map((other) => other.fact.id)]),
    ).toEqual([
      ['four', ['five']],
      ['doubt', []],
    ]);
  });

  it('stand beside the facts that something rests on', () => {
    const [found] = factsBehind(pack, { carries: ['S2'] }, packs);
    expect(found?.fact.id).toBe('five');
    expect(found?.against.map(({ fact }) => fact.id)).toEqual(['four']);
  });
});
