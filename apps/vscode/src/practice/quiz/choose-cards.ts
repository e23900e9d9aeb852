import { bars, type Card, type Pack } from '@rubricate/core/model';
import {
  type DeckCard,
  type DeckFacet,
  type DeckFilter,
  deckChoices,
  filterDeck,
  type Progress,
} from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { readingName } from '../../wording.ts';

interface Item extends vscode.QuickPickItem {
  readonly narrow?: DeckFilter;
  readonly start?: boolean;
}

/**
 * Narrows a deck by pack, topic, level and kind, one after the other, until it is started. Undefined when it was left. What
 * was chosen holds for this quiz only.
 */
export async function chooseCards(
  deck: readonly DeckCard[],
  progress: Progress,
  packs: readonly Pack[],
): Promise<readonly DeckCard[] | undefined> {
  const wanted = deck.filter(({ key }) => !progress.suspended.has(key));
  let filter: DeckFilter = {};
  const nameOf = (facet: DeckFacet, value: string): string =>
    facet === 'pack' ? (packs.find(({ id }) => id === value)?.title ?? value) : valueName(facet, value);
  for (;;) {
    const left = filterDeck(wanted, filter);
    const choice = await vscode.window.showQuickPick<Item>(itemsOf(left, filter, nameOf), {
      title: [vscode.l10n.t('Quiz'), ...chosenNames(filter, nameOf)].join(' · '),
      placeHolder: vscode.l10n.t('Press Enter to start, or choose what to narrow it to'),
      matchOnDescription: true,
    });
    if (!choice) return undefined;
    if (choice.start) return left;
    filter = { ...filter, ...choice.narrow };
  }
}

type NameOf = (facet: DeckFacet, value: string) => string;

function itemsOf(left: readonly DeckCard[], filter: DeckFilter, nameOf: NameOf): readonly Item[] {
  const choices = deckChoices(left).filter(({ facet }) => filter[facet] === undefined);
  const facets = [...new Set(choices.map(({ facet }) => facet))];
  return [
    {
      label: `$(play) ${vscode.l10n.t('Start')}`,
      description: cardCount(left.length),
      alwaysShow: true,
      start: true,
    },
    ...facets.flatMap((facet): readonly Item[] => {
      const ofFacet = choices.filter((one) => one.facet === facet);
      // What all of them have does not narrow anything.
      if (ofFacet.length < 2) return [];
      return [
        { label: facetName(facet), kind: vscode.QuickPickItemKind.Separator },
        ...ofFacet.map(({ value, cards }) => ({
          label: nameOf(facet, value),
          description: cardCount(cards),
          narrow: { [facet]: value },
        })),
      ];
    }),
  ];
}

function chosenNames(filter: DeckFilter, nameOf: NameOf): readonly string[] {
  const facets = ['pack', 'topic', 'level', 'kind'] as const;
  return facets.flatMap((facet) => {
    const value = filter[facet];
    return value === undefined ? [] : [nameOf(facet, value)];
  });
}

function cardCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 card') : vscode.l10n.t('{0} cards', count);
}

function facetName(facet: DeckFacet): string {
  switch (facet) {
    case 'pack':
      return vscode.l10n.t('pack');
    case 'topic':
      return vscode.l10n.t('topic');
    case 'level':
      return vscode.l10n.t('level');
    case 'kind':
      return vscode.l10n.t('kind of card');
  }
}

function valueName(facet: DeckFacet, value: string): string {
  if (facet === 'topic') return topicName(value);
  if (facet === 'kind') return kindName(value as Card['kind']);
  const bar = facet === 'level' ? bars.find((one) => one === value) : undefined;
  return bar ? vscode.l10n.t('from {0}', readingName(bar)) : value;
}

/** A topic's id as words: "vector-indexes" is "vector indexes". */
export function topicName(topic: string): string {
  return topic.replaceAll('-', ' ');
}

function kindName(kind: Card['kind']): string {
  switch (kind) {
    case 'choice':
      return vscode.l10n.t('choose one');
    case 'multiple':
      return vscode.l10n.t('choose several');
    case 'true-false':
      return vscode.l10n.t('true or false');
    case 'numeric':
      return vscode.l10n.t('work out a number');
    case 'order':
      return vscode.l10n.t('put in order');
    case 'match':
      return vscode.l10n.t('match');
    case 'spot-pitfall':
      return vscode.l10n.t('find the pitfall');
    case 'cloze':
      return vscode.l10n.t('fill the gap');
  }
}
