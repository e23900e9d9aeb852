import { type Bar, bars, type Card, type Pack, type Source } from '../model/index.ts';
import { sourcesOf } from './claim.ts';
import type { CardAnswered } from './events.ts';
import type { Progress } from './fold.ts';
import { withBases } from './lineage.ts';
import { type Random, seededRandom, shuffled } from './random.ts';

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

const day = 24 * 60 * 60 * 1000;
/** Days until a card comes back after so many right answers in a row: 0 after a wrong one. */
const intervals = [0, 1, 3, 7, 16, 35];

export type CardState = { readonly state: 'unseen' } | { readonly state: 'due' | 'later'; readonly due: number };

/** When a card is due again, by its answers, oldest first. */
export function cardState(answers: readonly CardAnswered[] | undefined, now: number): CardState {
  const last = answers?.at(-1);
  if (!answers || !last) return { state: 'unseen' };
  const lastWrong = answers.findLastIndex(({ right }) => !right);
  const streak = answers.length - 1 - lastWrong;
  const due = Date.parse(last.at) + (intervals[Math.min(streak, intervals.length - 1)] ?? 0) * day;
  return { state: due <= now ? 'due' : 'later', due };
}

export interface Dealing {
  readonly count: number;
  readonly seed: number;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Deals cards for a quiz: those that are due come first, longest due leading, then those never seen, then those that
 * would come next. The seed decides the rest: which of equals, the order in which they are asked, and that of the options.
 */
export function pickCards(
  cards: readonly DeckCard[],
  progress: Progress,
  { count, seed, now }: Dealing,
): readonly DealtCard[] {
  const random = seededRandom(seed);
  const rank = { due: 0, unseen: 1, later: 2 } as const;
  const ranked = shuffled(
    // The order in which packs were loaded must not decide anything.
    [...cards].sort((a, b) => (a.key < b.key ? -1 : 1)),
    random,
  ).map((card) => ({ card, state: cardState(progress.answers.get(card.key), now) }));
  const urgent = ranked.sort((a, b) => rank[a.state.state] - rank[b.state.state] || dueOf(a.state) - dueOf(b.state));
  return shuffled(
    urgent.slice(0, Math.max(0, count)).map(({ card }) => card),
    random,
  ).map((card) => ({ ...card, order: orderOf(card.card, random) }));
}

function dueOf(state: CardState): number {
  return state.state === 'unseen' ? 0 : state.due;
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
