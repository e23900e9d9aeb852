import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Card, Pack } from '../src/model/index.ts';
import {
  answerCard,
  back,
  type DealtCard,
  type DeckCard,
  deckChoices,
  deckFor,
  filterDeck,
  fold,
  forward,
  generalDeck,
  isRight,
  noProgress,
  pageOf,
  pickCards,
  readNumber,
  startQuiz,
  turnTo,
  undoAnswer,
} from '../src/practice/index.ts';
import { answered, basePack, shopPack } from './practice-fixtures.ts';

const common = { skill: 'Bread', topic: 'bread', prompt: 'Which?', explanation: 'This one.', source: 'own' } as const;
const choice = (id: string): Card => ({ ...common, id, kind: 'choice', options: ['a', 'b', 'c', 'd'], answer: 2 });
const multiple: Card = { ...common, id: 'm', kind: 'multiple', options: ['a', 'b', 'c'], answers: [0, 2] };
const numeric: Card = { ...common, id: 'n', kind: 'numeric', answer: 200, unit: 's', tolerance: 0.05, working: '200' };
const trueFalse: Card = { ...common, id: 't', kind: 'true-false', answer: false };
const order: Card = { ...common, id: 'o', kind: 'order', items: ['knead', 'rest', 'bake', 'cool'] };
const match: Card = {
  ...common,
  id: 'ma',
  kind: 'match',
  targets: ['water', 'heat'],
  items: [
    { text: 'flat', target: 0 },
    { text: 'pale', target: 1 },
    { text: 'wet', target: 0 },
  ],
};
const spot: Card = {
  ...common,
  id: 's',
  kind: 'spot-pitfall',
  sample: 'It simply works.',
  options: ['plan/magic', 'plan/no-fire', 'nowhere/known'],
  answer: 0,
};
const cloze: Card = {
  ...common,
  id: 'cl',
  kind: 'cloze',
  text: 'It rises by ___.',
  accepted: ['wild yeast', 'Leaven'],
};
const reasons: Card = {
  ...trueFalse,
  id: 'r',
  kind: 'true-false',
  answer: false,
  reasons: [
    { verdict: true, because: 'warm' },
    { verdict: false, because: 'cold' },
    { verdict: false, because: 'wet' },
  ],
  reason: 1,
};
const deck: readonly DeckCard[] = Array.from({ length: 12 }, (_, index) => ({
  key: `p/c${index}`,
  card: choice(`c${index}`),
  source: undefined,
  pitfalls: [],
}));
const now = Date.parse('2026-11-21T09:00:00Z');
const keys = (cards: readonly DeckCard[]) => cards.map(({ key }) => key);

describe('a deck', () => {
  it('has the cards of the pack and of those it builds on, up to the bar', () => {
    const staff: Card = { ...choice('hard'), from: 'staff' };
    const pack = { ...shopPack, cards: [choice('easy'), staff] };
    expect(keys(deckFor(pack, 'senior', [pack, basePack]))).toEqual(['shop-baker/easy', 'base/x']);
    expect(keys(deckFor(pack, 'staff', [pack, basePack]))).toEqual(['shop-baker/easy', 'shop-baker/hard', 'base/x']);
    expect(keys(generalDeck([pack, basePack]))).toEqual(['base/x']);
  });
});

describe('a card about a pitfall', () => {
  const named = (id: string, title: string): NonNullable<Pack['rubrics']>[number] => ({
    id: 'plan',
    title: 'Plan',
    about: 'A plan.',
    criteria: [],
    pitfalls: [{ id, title, when: '-', hint: '-', why: '-', weak: '-', strong: '-' }],
  });

  it('names its pitfalls by their titles in the packs that it builds on, and by what is written where none has it', () => {
    const base: Pack = { ...basePack, rubrics: [named('magic', 'Magic')] };
    const pack: Pack = { ...shopPack, rubrics: [{ ...named('no-fire', 'No word on fire') }], cards: [spot] };
    const [card] = deckFor(pack, 'senior', [pack, base]);
    expect(card?.pitfalls).toEqual(['Magic', 'No word on fire', 'nowhere/known']);
    expect(deckFor(pack, 'senior', [pack, base]).at(-1)?.pitfalls).toEqual([]);
  });

  it('finds a source of a pack that its own builds on', () => {
    const base: Pack = {
      ...basePack,
      sources: [{ id: 'own', title: 'Own', publisher: 'Us', date: 'undated', kind: 'own' }],
    };
    const pack: Pack = { ...shopPack, cards: [cloze] };
    expect(deckFor(pack, 'senior', [pack, base])[0]?.source?.title).toBe('Own');
  });
});

describe('dealing', () => {
  it('shuffles what is chosen from, and never hands out an order that is right as it lies', () => {
    const kinds = [order, match, spot, reasons].map((card) => ({
      key: `p/${card.id}`,
      card,
      source: undefined,
      pitfalls: [],
    }));
    const seen = new Map<string, Set<string>>();
    for (let seed = 0; seed < 200; seed++) {
      for (const dealt of pickCards(kinds, noProgress, { count: 4, seed, now }))
        seen.set(dealt.card.id, (seen.get(dealt.card.id) ?? new Set()).add(dealt.order.join()));
    }
    expect(seen.get('o')?.has('0,1,2,3')).toBe(false);
    expect(seen.get('o')?.size).toBe(23);
    for (const id of ['ma', 's', 'r']) expect(seen.get(id)?.size).toBe(6);
  });

  it('deals a gap and a plain verdict as they are', () => {
    const plain = [cloze, trueFalse].map((card) => ({ key: `p/${card.id}`, card, source: undefined, pitfalls: [] }));
    for (const dealt of pickCards(plain, noProgress, { count: 2, seed: 1, now })) expect(dealt.order).toEqual([]);
  });

  it('is decided by the seed, not by the order of the deck', () => {
    fc.assert(
      fc.property(fc.integer(), fc.shuffledSubarray([...deck], { minLength: deck.length }), (seed, other) => {
        const dealing = { count: 5, seed, now };
        expect(pickCards(other, noProgress, dealing)).toEqual(pickCards(deck, noProgress, dealing));
      }),
    );
  });

  it('gives different cards and every option once', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(20), (seed, count) => {
        const dealt = pickCards(deck, noProgress, { count, seed, now });
        expect(new Set(keys(dealt)).size).toBe(Math.min(count, deck.length));
        for (const { order } of dealt) expect([...order].sort()).toEqual([0, 1, 2, 3]);
      }),
    );
  });

  it('reaches every card and every order of the options over the seeds', () => {
    const dealt = Array.from({ length: 400 }, (_, seed) => pickCards(deck, noProgress, { count: 5, seed, now })).flat();
    expect(new Set(keys(dealt)).size).toBe(deck.length);
    expect(new Set(dealt.map(({ order }) => order.join())).size).toBe(24);
  });

  it('takes what is due before what is new, and what was known today last', () => {
    const progress = fold([
      answered({ id: 'aaaaaaa1', card: 'p/c3', right: false, at: '2026-11-21T08:00:00Z' }),
      answered({ id: 'aaaaaaa2', card: 'p/c7', right: true, at: '2026-11-10T08:00:00Z' }),
      answered({ id: 'aaaaaaa3', card: 'p/c5', right: true, at: '2026-11-21T08:00:00Z' }),
    ]);
    for (let seed = 0; seed < 20; seed++) {
      expect(keys(pickCards(deck, progress, { count: 2, seed, now })).sort()).toEqual(['p/c3', 'p/c7']);
      expect(keys(pickCards(deck, progress, { count: 11, seed, now }))).not.toContain('p/c5');
      expect(keys(pickCards(deck, progress, { count: 12, seed, now }))).toContain('p/c5');
    }
  });
});

describe('a quiz narrowed down', () => {
  const mixed: readonly DeckCard[] = [
    { key: 'p/c', card: { ...choice('c'), from: 'staff' }, source: undefined, pitfalls: [] },
    { key: 'p/n', card: { ...numeric, topic: 'oven' }, source: undefined, pitfalls: [] },
    { key: 'q/t', card: trueFalse, source: undefined, pitfalls: [] },
  ];

  it('keeps the cards that fit all it names', () => {
    expect(keys(filterDeck(mixed, {}))).toEqual(['p/c', 'p/n', 'q/t']);
    expect(keys(filterDeck(mixed, { pack: 'p' }))).toEqual(['p/c', 'p/n']);
    expect(keys(filterDeck(mixed, { topic: 'bread' }))).toEqual(['p/c', 'q/t']);
    expect(keys(filterDeck(mixed, { level: 'mid', kind: 'numeric' }))).toEqual(['p/n']);
    expect(filterDeck(mixed, { pack: 'q', level: 'staff' })).toEqual([]);
  });

  it('can be narrowed to what there is, and each choice has as many cards as it says', () => {
    const choices = deckChoices(mixed);
    expect(choices.map(({ facet, value }) => `${facet} ${value}`)).toEqual([
      ...['pack p', 'pack q', 'topic bread', 'topic oven', 'level mid', 'level staff'],
      ...['kind choice', 'kind numeric', 'kind true-false'],
    ]);
    for (const { facet, value, cards } of choices) expect(filterDeck(mixed, { [facet]: value })).toHaveLength(cards);
  });
});

describe('grading', () => {
  it('knows each kind of card', () => {
    expect(isRight(choice('c'), 2)).toBe(true);
    expect(isRight(choice('c'), 1)).toBe(false);
    expect(isRight(multiple, [2, 0])).toBe(true);
    expect(isRight(multiple, [0])).toBe(false);
    expect(isRight(multiple, [0, 1, 2])).toBe(false);
    expect(isRight(trueFalse, false)).toBe(true);
    expect(isRight(trueFalse, true)).toBe(false);
  });

  it('knows an order, a match, a pitfall, a gap and a reason', () => {
    expect(isRight(order, [0, 1, 2, 3])).toBe(true);
    expect(isRight(order, [0, 2, 1, 3])).toBe(false);
    expect(isRight(order, [0, 1, 2])).toBe(false);
    expect(isRight(match, [0, 1, 0])).toBe(true);
    expect(isRight(match, [0, 1, 1])).toBe(false);
    expect(isRight(spot, 0)).toBe(true);
    expect(isRight(spot, 1)).toBe(false);
    expect(isRight(reasons, 1)).toBe(true);
    expect(isRight(reasons, 2), 'the right verdict for the wrong reason').toBe(false);
    expect(isRight(reasons, false), 'a verdict alone').toBe(false);
  });

  it.each(['wild yeast', ' Wild  Yeast. ', 'wild-yeast', 'LEAVEN', '"leaven"'])('takes %j for the gap', (words) => {
    expect(isRight(cloze, words)).toBe(true);
  });

  it.each(['', 'yeast', 'wild', 'wild yeast and salt'])('does not take %j for the gap', (words) => {
    expect(isRight(cloze, words)).toBe(false);
  });

  it('allows a number its tolerance and no more', () => {
    for (const value of [190, 200, 210]) expect(isRight(numeric, value)).toBe(true);
    for (const value of [189.9, 210.1, -200]) expect(isRight(numeric, value)).toBe(false);
    expect(isRight({ ...numeric, answer: 0.3, tolerance: 0 }, 0.1 + 0.2)).toBe(true);
    expect(isRight({ ...numeric, answer: 0 }, 0)).toBe(true);
    expect(isRight({ ...numeric, answer: 0 }, 0.01)).toBe(false);
  });

  it('counts an answer of the wrong shape as wrong', () => {
    expect(isRight(multiple, 0)).toBe(false);
    expect(isRight(numeric, true)).toBe(false);
    expect(isRight(choice('c'), [2])).toBe(false);
  });

  it.each([
    ['2315', 2315],
    [' 2,315 ', 2315],
    ['1,234,567.5', 1_234_567.5],
    ['2 315', 2315],
    ["2'315", 2315],
    ['3.52', 3.52],
    ['3,52', 3.52],
    ['0,125', 0.125],
    ['.5', 0.5],
    ['3.52e12', 3.52e12],
    ['20k', 20_000],
    ['1.2 M', 1_200_000],
    ['-4', -4],
    ['−4', -4],
    ['+4', 4],
  ])('reads %j as a number', (text, value) => {
    expect(readNumber(text)).toBeCloseTo(value, 9);
  });

  it.each(['', 'x', '12 apples', '1,2,3', '1.2.3', '--4', 'e5', 'Infinity', '1e999', '0x10', '1,23,456'])(
    'does not read %j as one',
    (text) => {
      expect(readNumber(text)).toBeUndefined();
    },
  );
});

describe('a quiz', () => {
  const cards: readonly DealtCard[] = [
    { key: 'p/c', card: choice('c'), source: undefined, pitfalls: [], order: [3, 2, 1, 0] },
    { key: 'p/t', card: trueFalse, source: undefined, pitfalls: [], order: [] },
  ];

  it('goes card, explanation, card, explanation, score', () => {
    let quiz = startQuiz(cards);
    expect(pageOf(quiz)).toMatchObject({ kind: 'card', number: 1, answer: undefined });
    quiz = answerCard(quiz, 2);
    expect(pageOf(quiz)).toMatchObject({ kind: 'explanation', number: 1, answer: { right: true } });
    quiz = forward(quiz);
    expect(pageOf(quiz)).toMatchObject({ kind: 'card', number: 2 });
    quiz = answerCard(quiz, true);
    expect(pageOf(quiz)).toMatchObject({ kind: 'explanation', number: 2, answer: { right: false } });
    quiz = forward(quiz);
    expect(pageOf(quiz)).toMatchObject({ kind: 'score', right: 1, answered: 2, wrong: [{ key: 'p/t' }] });
    expect(forward(quiz)).toEqual(quiz);
  });

  it('passes no card that has no answer', () => {
    const quiz = startQuiz(cards);
    expect(forward(quiz)).toEqual(quiz);
    expect(back(quiz)).toEqual(quiz);
  });

  it('keeps the first answer to a card that is read again', () => {
    const quiz = back(answerCard(startQuiz(cards), 0));
    expect(pageOf(quiz)).toMatchObject({ kind: 'card', number: 1, answer: { chosen: 0, right: false } });
    const again = answerCard(quiz, 2);
    expect([...again.answers.values()]).toEqual([{ chosen: 0, right: false }]);
    expect(pageOf(again)).toMatchObject({ kind: 'explanation', number: 1 });
  });

  it('turns to the explanation of a card that was answered, and of no other', () => {
    const quiz = forward(answerCard(startQuiz(cards), 2));
    expect(pageOf(turnTo(quiz, 'p/c'))).toMatchObject({ kind: 'explanation', number: 1 });
    expect(turnTo(quiz, 'p/t')).toEqual(quiz);
  });

  it('takes the last answer back, and the card is asked anew', () => {
    const quiz = forward(answerCard(forward(answerCard(startQuiz(cards), 0)), true));
    const undone = undoAnswer(quiz);
    expect(pageOf(undone)).toMatchObject({ kind: 'card', number: 2, answer: undefined });
    expect([...undone.answers.values()]).toEqual([{ chosen: 0, right: false }]);
    expect(pageOf(answerCard(undone, false))).toMatchObject({ kind: 'explanation', answer: { right: true } });
    expect(pageOf(undoAnswer(undone))).toMatchObject({ kind: 'card', number: 1, answer: undefined });
    expect(undoAnswer(startQuiz(cards))).toEqual(startQuiz(cards));
  });

  it('takes back the answer of the card it is turned to, and leaves those behind it', () => {
    const quiz = forward(answerCard(forward(answerCard(startQuiz(cards), 0)), true));
    const first = undoAnswer(turnTo(quiz, cards[0]?.key ?? ''));
    expect(pageOf(first)).toMatchObject({ kind: 'card', number: 1, answer: undefined });
    expect([...first.answers.keys()]).toEqual([1]);
    const again = forward(answerCard(first, 2));
    expect(pageOf(again)).toMatchObject({ kind: 'card', number: 2, answer: { chosen: true } });
    expect([...again.answers]).toEqual([
      [1, { chosen: true, right: false }],
      [0, { chosen: 2, right: true }],
    ]);
  });

  it('with no cards is its score', () => {
    expect(pageOf(startQuiz([]))).toEqual({ kind: 'score', right: 0, answered: 0, wrong: [] });
  });

  it('never loses an answer or leaves its pages, whatever is pressed', () => {
    const press = fc.constantFrom('answer', 'forward', 'back');
    fc.assert(
      fc.property(fc.array(press, { maxLength: 40 }), (presses) => {
        let quiz = startQuiz(cards);
        for (const one of presses) {
          const before = quiz.answers;
          quiz = one === 'answer' ? answerCard(quiz, 2) : one === 'forward' ? forward(quiz) : back(quiz);
          expect([...quiz.answers].slice(0, before.size)).toEqual([...before]);
          expect(quiz.page).toBeGreaterThanOrEqual(0);
          expect(quiz.page).toBeLessThanOrEqual(cards.length * 2);
          const page = pageOf(quiz);
          if (page.kind === 'score') expect(page.answered).toBe(cards.length);
        }
      }),
    );
  });
});
