import { type Bar, bars, type Card, type Pack, type Source } from '../model/index.ts';
import { sourcesOf } from './claim.ts';
import type { Progress } from './fold.ts';
import { withBases } from './lineage.ts';
import { type Random, seededRandom, shuffled } from './random.ts';
import { type CardState, cardState, type Timing } from './schedule.ts';

/** A card with what a person is told beside it. */
export interface DeckCard {
  /** `<pack>/<card>`. */
  readonly key: string;
  readonly card: Card;
  readonly source: Source | undefined;
  /** Of a card about a pitfall: the titles of the pitfalls to choose from, in the pack's own order. */
  readonly pitfalls: readonly string[];
}

/** A card as one quiz shows it. */
export interface DealtCard extends DeckCard {
  /** Options, reasons or items in the order they are shown, as indexes into the pack's own; empty for cards that have none. */
  readonly order: readonly number[];
}

/** The cards for a target: those of its pack and the packs it builds on that its bar asks for. */
export function deckFor(pack: Pack, bar: Bar, packs: readonly Pack[]): readonly DeckCard[] {
  return withBases(pack, packs).flatMap((part) =>
    cardsOf(part, packs).filter(({ card }) => card.from === undefined || bars.indexOf(card.from) <= bars.indexOf(bar)),
  );
}

/** The cards where there is no target: those of the packs that build on no other, which hold for every company. */
export function generalDeck(packs: readonly Pack[]): readonly DeckCard[] {
  return packs.filter((pack) => !pack.extends?.length).flatMap((pack) => cardsOf(pack, packs));
}

function cardsOf(pack: Pack, packs: readonly Pack[]): readonly DeckCard[] {
  const source = sourcesOf(pack, packs);
  const titleOf = titlesOf(pack, packs);
  return (pack.cards ?? []).map((card) => ({
    key: `${pack.id}/${card.id}`,
    card,
    source: source(card.source),
    pitfalls: card.kind === 'spot-pitfall' ? card.options.map(titleOf) : [],
  }));
}

/** Titles of criteria and pitfalls by `rubric/id`, of a pack and those it builds on; a name that no rubric has stays as it is. */
function titlesOf(pack: Pack, packs: readonly Pack[]): (ref: string) => string {
  const titles = new Map<string, string>();
  // Bases first, so that the pack's own come to stand over them.
  for (const { rubrics = [] } of [...withBases(pack, packs)].reverse()) {
    for (const { id, criteria, pitfalls = [] } of rubrics)
      for (const one of [...criteria, ...pitfalls]) titles.set(`${id}/${one.id}`, one.title);
  }
  return (ref) => titles.get(ref) ?? ref;
}

export interface Dealing extends Timing {
  readonly count: number;
  readonly seed: number;
}

/**
 * Deals cards for a quiz: those that are due come first, those that were not known leading and then those least likely to
 * be known; then those never seen, then those that would come next. A suspended card is never dealt. The seed decides the
 * rest: which of equals, the order in which they are asked, and that of the options.
 */
export function pickCards(
  cards: readonly DeckCard[],
  progress: Progress,
  { count, seed, ...timing }: Dealing,
): readonly DealtCard[] {
  const random = seededRandom(seed);
  const ranked = shuffled(
    // The order in which packs were loaded must not decide anything.
    cards.filter(({ key }) => !progress.suspended.has(key)).sort((a, b) => (a.key < b.key ? -1 : 1)),
    random,
  ).map((card) => ({ card, state: cardState(progress.answers.get(card.key), timing) }));
  const urgent = ranked.sort((a, b) => rankOf(a.state) - rankOf(b.state) || orderIn(a.state) - orderIn(b.state));
  return shuffled(
    urgent.slice(0, Math.max(0, count)).map(({ card }) => card),
    random,
  ).map((card) => ({ ...card, order: orderOf(card.card, random) }));
}

const ranks = { due: 1, unseen: 2, later: 3 } as const;

function rankOf(state: CardState): number {
  return state.state === 'due' && !state.lastRight ? 0 : ranks[state.state];
}

function orderIn(state: CardState): number {
  if (state.state === 'unseen') return 0;
  return state.state === 'due' && state.lastRight ? state.retention : state.due;
}

function orderOf(card: Card, random: Random): readonly number[] {
  switch (card.kind) {
    case 'choice':
    case 'multiple':
    case 'spot-pitfall':
      return shuffledIndexes(card.options, random);
    case 'order':
      return outOfOrder(shuffledIndexes(card.items, random));
    case 'match':
      return shuffledIndexes(card.items, random);
    case 'true-false':
      return card.reasons ? shuffledIndexes(card.reasons, random) : [];
    case 'numeric':
    case 'cloze':
      return [];
  }
}

function shuffledIndexes(list: readonly unknown[], random: Random): readonly number[] {
  return shuffled(
    list.map((_, index) => index),
    random,
  );
}

/** A shuffle that leaves everything where it belongs would give the answer away. */
function outOfOrder(order: readonly number[]): readonly number[] {
  return order.every((item, place) => item === place) ? [...order].reverse() : order;
}
