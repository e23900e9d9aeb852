import type { Card, Pack } from '@rubricate/core/model';
import { makeLibrary, reviewAnswer } from '@rubricate/core/review';
import { readAnswer } from '@rubricate/core/text';
import { describe, expect, it } from 'vitest';
import { readShippedPacks } from '../src/content.ts';

const packs = readShippedPacks();
const library = makeLibrary(packs);

const cards = packs.flatMap((pack) =>
  (pack.cards ?? []).map((card) => ({ pack, card, name: `${pack.id}/${card.id}` })),
);
const ofKind = <Kind extends Card['kind']>(kind: Kind) =>
  cards.flatMap(({ pack, card, name }) =>
    card.kind === kind ? [{ pack, card: card as Extract<Card, { kind: Kind }>, name }] : [],
  );

const kinds = ['choice', 'multiple', 'true-false', 'numeric', 'order', 'match', 'spot-pitfall', 'cloze'] as const;

/** A pack and what it builds on. */
const lineageOf = (pack: Pack): readonly Pack[] => [
  ...(pack.extends ?? []).flatMap((id) => packs.filter((base) => base.id === id).flatMap(lineageOf)),
  pack,
];

/** Everything a person reads before they answer. */
function asked(card: Card): string {
  switch (card.kind) {
    case 'cloze':
      return `${card.prompt} ${card.text}`;
    case 'spot-pitfall':
      return `${card.prompt} ${card.sample}`;
    case 'match':
      return `${card.prompt} ${card.items.map(({ text }) => text).join(' ')}`;
    case 'order':
      return `${card.prompt} ${card.items.join(' ')}`;
    default:
      return card.prompt;
  }
}

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu));

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / (a.size + b.size - shared);
}

describe('the decks', () => {
  it('hold enough cards, of each kind', () => {
    expect(cards.length).toBeGreaterThanOrEqual(160);
    for (const kind of kinds) expect(ofKind(kind).length, kind).toBeGreaterThan(0);
  });

  it('have names of their own', () => {
    const names = cards.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it.each(packs.filter(({ cards: own }) => own?.length))(
    '$id tells anecdotes on one card in five at most',
    ({ cards: own }) => {
      const anecdotes = (own ?? []).filter(({ anecdote }) => anecdote).map(({ id }) => id);
      expect(anecdotes.length / (own ?? []).length, anecdotes.join(', ')).toBeLessThanOrEqual(0.2);
    },
  );

  it('ask nothing twice', () => {
    const words = cards.map(({ card }) => wordsOf(asked(card)));
    const alike: string[] = [];
    for (const [index, entry] of cards.entries()) {
      for (const [other, { name }] of cards.entries()) {
        if (other <= index) continue;
        const likeness = jaccard(words[index] ?? new Set(), words[other] ?? new Set());
        if (likeness > 0.6) alike.push(`${entry.name} and ${name}: ${likeness.toFixed(2)}`);
      }
    }
    expect(alike).toEqual([]);
  });

  it('explain themselves with more than the answer', () => {
    const short = cards.filter(({ card }) => card.explanation.split(/\s+/).length < 10).map(({ name }) => name);
    expect(short).toEqual([]);
  });

  it('name a source that people can look up in the pack or in one it builds on', () => {
    for (const { pack, card, name } of cards) {
      const known = lineageOf(pack).flatMap((part) => (part.sources ?? []).map(({ id }) => id));
      expect(known, name).toContain(card.source);
    }
  });
});

describe('a choice', () => {
  const choices = ofKind('choice');

  it.each(choices)('$name has an answer among different options', ({ card }) => {
    expect(card.answer).toBeLessThan(card.options.length);
    expect(new Set(card.options.map((option) => option.toLowerCase())).size).toBe(card.options.length);
  });

  it.each(packs.filter(({ cards: own }) => own?.some(({ kind }) => kind === 'choice')))(
    'of $id cannot be guessed by length or place',
    ({ id }) => {
      const own = choices.filter(({ pack }) => pack.id === id);
      const longest = own.filter(({ card }) =>
        card.options.every(
          (option, index) => index === card.answer || option.length < (card.options[card.answer] ?? '').length,
        ),
      );
      expect(longest.length / own.length, longest.map(({ name }) => name).join(', ')).toBeLessThanOrEqual(0.5);
      const places = own.map(({ card }) => card.answer);
      const most = Math.max(...places.map((place) => places.filter((other) => other === place).length));
      expect(most / own.length, `places ${places.join(' ')}`).toBeLessThanOrEqual(own.length > 4 ? 0.5 : 1);
    },
  );
});

describe('other kinds', () => {
  it.each(ofKind('multiple'))('$name has some right options and some wrong ones', ({ card }) => {
    expect(new Set(card.answers).size).toBe(card.answers.length);
    expect(Math.max(...card.answers)).toBeLessThan(card.options.length);
    expect(card.answers.length).toBeLessThan(card.options.length);
  });

  it.each(ofKind('match'))('$name has something for each target', ({ card }) => {
    const used = new Set(card.items.map(({ target }) => target));
    expect(card.targets.filter((_, index) => !used.has(index))).toEqual([]);
  });

  it.each(ofKind('order'))('$name has different items', ({ card }) => {
    expect(new Set(card.items).size).toBe(card.items.length);
  });

  it('true and false are both the answer often enough', () => {
    const answers = ofKind('true-false').map(({ card }) => card.answer);
    const share = answers.filter(Boolean).length / answers.length;
    expect(share).toBeGreaterThan(0.25);
    expect(share).toBeLessThan(0.75);
  });
});

describe('a fault to spot', () => {
  it.each(ofKind('spot-pitfall'))('$name is among pitfalls that exist, and the engine finds it', ({ pack, card }) => {
    const lens = library.lens(pack.id);
    if (!lens) throw new Error(`${pack.id} does not compile`);
    const known = new Map(
      [...lens.rubrics.values()].flatMap((rubric) => rubric.pitfalls.map((one) => [one.ref, { one, rubric }])),
    );
    expect(card.options.filter((option) => !known.has(option))).toEqual([]);
    const found = known.get(card.options[card.answer] ?? '');
    if (!found) throw new Error('the answer is none of the options');
    // The sample is the pack's own sentence, which earns nothing; here it stands for a candidate's.
    const target = {
      question: undefined,
      lens: { ...lens, hushed: new Set<number>() },
      level: 'mid',
      bar: 'mid' as const,
    };
    const present = (ref: string): boolean | undefined => {
      const rubric = known.get(ref)?.rubric;
      if (!rubric) return undefined;
      const { pitfalls } = reviewAnswer(readAnswer(card.sample), { ...target, rubrics: [rubric] });
      return pitfalls.find(({ pitfall }) => pitfall.ref === ref)?.present;
    };
    // A pitfall of absence is only called once a text is finished, which a sample on a card is too short for.
    if (!found.one.absence) expect(present(found.one.ref), found.one.ref).toBe(true);
    const others = card.options.filter((option, index) => index !== card.answer && !known.get(option)?.one.absence);
    expect(others.filter(present), 'falls into others too').toEqual([]);
  });
});
