import { type Bar, bars, type Card } from '../model/index.ts';
import type { DeckCard } from './deck.ts';

/** What a quiz is narrowed to; what is left out narrows nothing. */
export interface DeckFilter {
  /** The id of a pack. */
  readonly pack?: string | undefined;
  readonly topic?: string | undefined;
  /** Cards meant for this bar and no lower one; a card that names none is meant for every bar from the lowest. */
  readonly level?: Bar | undefined;
  readonly kind?: Card['kind'] | undefined;
}

export const deckFacets = ['pack', 'topic', 'level', 'kind'] as const satisfies readonly (keyof DeckFilter)[];
export type DeckFacet = (typeof deckFacets)[number];

/** The cards that have every facet the filter names, in their order. */
export function filterDeck<T extends DeckCard>(cards: readonly T[], filter: DeckFilter): readonly T[] {
  return cards.filter((card) =>
    deckFacets.every((facet) => filter[facet] === undefined || filter[facet] === facetOf(card, facet)),
  );
}

export interface DeckChoice {
  readonly facet: DeckFacet;
  readonly value: string;
  readonly cards: number;
}

/** What a deck can be narrowed to, with how many cards there are of each; bars from the lowest, the rest by name. */
export function deckChoices(cards: readonly DeckCard[]): readonly DeckChoice[] {
  return deckFacets.flatMap((facet) => {
    const counts = new Map<string, number>();
    for (const card of cards) {
      const value = facetOf(card, facet);
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const rank = (value: string): number => (facet === 'level' ? bars.indexOf(value as Bar) : 0);
    return [...counts]
      .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
      .map(([value, count]) => ({ facet, value, cards: count }));
  });
}

function facetOf({ key, card }: DeckCard, facet: DeckFacet): string {
  switch (facet) {
    case 'pack':
      return key.slice(0, key.indexOf('/'));
    case 'topic':
      return card.topic;
    case 'level':
      return card.from ?? bars[0];
    case 'kind':
      return card.kind;
  }
}
