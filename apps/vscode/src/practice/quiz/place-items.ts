import * as vscode from 'vscode';
import type { Leaving, MoveItem } from './quick-input.ts';
import { inRows, pick } from './quick-input.ts';

/** A card that is answered in steps: items put in order one by one, or each given what it belongs to. */
export interface Placing {
  readonly title: string;
  /** How many steps there are. */
  readonly count: number;
  /** What is asked at a step, counted from 0. */
  readonly text: (step: number) => string;
  readonly placeholder: (step: number) => string;
  /** What can be chosen when so much is placed. */
  readonly choices: (placed: readonly number[]) => readonly Choice[];
  /** A step that is done, in words. */
  readonly placed: (choice: number, step: number) => { readonly label: string; readonly description?: string };
  readonly canGoBack: boolean;
}

interface Choice {
  readonly label: string;
  readonly value: number;
}

type Step =
  | { readonly kind: 'place'; readonly value: number }
  | { readonly kind: 'take-back'; readonly to: number }
  | { readonly kind: 'check' };

/**
 * Has each step chosen and, at the end, the whole of it checked: until then any step can be taken back, because an answer
 * counts once. Gives what was chosen, step by step.
 */
export async function placeItems(placing: Placing): Promise<readonly number[] | Leaving> {
  let placed: readonly number[] = [];
  for (;;) {
    const move = await pick(pageOf(placing, placed));
    switch (move.kind) {
      case 'place':
        placed = [...placed, move.value];
        break;
      case 'take-back':
        placed = placed.slice(0, move.to);
        break;
      case 'check':
        return placed;
      case 'back':
        if (placed.length === 0) return move;
        placed = placed.slice(0, -1);
        break;
      case 'quit':
        return move;
    }
  }
}

function pageOf(placing: Placing, placed: readonly number[]): Parameters<typeof pick<Step>>[0] {
  const step = placed.length;
  const isWhole = step === placing.count;
  const next: readonly MoveItem<Step>[] = isWhole
    ? [{ label: `$(check) ${vscode.l10n.t('Check my answer')}`, alwaysShow: true, move: { kind: 'check' } }]
    : placing.choices(placed).flatMap(({ label, value }) => inRows(label, { move: { kind: 'place', value } as const }));
  const done = placed.map(
    (choice, at): MoveItem<Step> => ({ ...placing.placed(choice, at), move: { kind: 'take-back', to: at } }),
  );
  const placeholder = isWhole
    ? vscode.l10n.t('Press Enter to check it; Backspace takes the last step back')
    : placing.placeholder(step);
  return {
    title: vscode.l10n.t('{0} · {1} of {2}', placing.title, Math.min(step + 1, placing.count), placing.count),
    text: placing.text(Math.min(step, placing.count - 1)),
    placeholder,
    items: [
      ...next,
      ...(done.length === 0
        ? []
        : [
            {
              label: vscode.l10n.t('so far; choose a row to go back to it'),
              kind: vscode.QuickPickItemKind.Separator,
            },
            ...done,
          ]),
    ],
    active: next[0],
    canGoBack: placing.canGoBack || step > 0,
    backspace: step > 0,
  };
}
