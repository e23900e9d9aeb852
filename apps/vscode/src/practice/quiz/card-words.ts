import type { Chosen, DealtCard } from '@rubricate/core/practice';
import * as vscode from 'vscode';

/** What a person chose, or what is right, in words; one entry for each line it takes. */

export function chosenText({ card, pitfalls }: DealtCard, chosen: Chosen): readonly string[] {
  switch (card.kind) {
    case 'choice':
      return [card.options[Number(chosen)] ?? ''];
    case 'multiple':
      return indexes(chosen).map((index) => card.options[index] ?? '');
    case 'spot-pitfall':
      return [pitfalls[Number(chosen)] ?? ''];
    case 'true-false':
      return [card.reasons ? reasonText(card.reasons[Number(chosen)]) : verdictText(chosen === true)];
    case 'numeric': {
      const number = Number(chosen).toLocaleString(vscode.env.language, { maximumSignificantDigits: 8 });
      return [`${number} ${card.unit}`.trim()];
    }
    case 'cloze':
      return [filled(card.text, String(chosen))];
    case 'order':
      return indexes(chosen).map((item, place) => placedText(place, card.items[item] ?? ''));
    case 'match':
      return card.items.map(({ text }, item) => pairText(text, card.targets[indexes(chosen)[item] ?? -1] ?? ''));
  }
}

function indexes(chosen: Chosen): readonly number[] {
  return Array.isArray(chosen) ? chosen : [];
}

export function verdictText(verdict: boolean): string {
  return verdict ? vscode.l10n.t('True') : vscode.l10n.t('False');
}

/** "True: it holds the crumb together." */
export function reasonText(reason: { readonly verdict: boolean; readonly because: string } | undefined): string {
  return reason ? vscode.l10n.t('{0}: {1}', verdictText(reason.verdict), reason.because) : '';
}

/** "2. Bake". */
export function placedText(place: number, item: string): string {
  return vscode.l10n.t('{0}. {1}', place + 1, item);
}

/** "A crack in the crust → too little steam". */
function pairText(item: string, target: string): string {
  return `${item} → ${target}`;
}

/** The sentence with its gap filled. */
function filled(text: string, words: string): string {
  return text.replace('___', () => `[${words}]`);
}
