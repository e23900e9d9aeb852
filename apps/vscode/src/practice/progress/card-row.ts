import { cardsToday, dailyCards, type Progress } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { practiceIds } from '../ids.ts';
import { deckOf, timingOf } from '../quiz/deck.ts';
import type { WorkspaceTarget } from '../target.ts';
import { type ProgressRow, plain } from './row.ts';

/** What the quiz asks for today; no row where there are no cards. What waits beyond a day's cards is not counted. */
export function cardRows(workspace: WorkspaceTarget, progress: Progress): readonly ProgressRow[] {
  const deck = deckOf(workspace);
  if (deck.length === 0) return [];
  const { due, fresh, answered } = cardsToday(deck, progress, timingOf(workspace));
  const parts = [
    ...(due > 0 ? [vscode.l10n.t('{0} due', due)] : []),
    ...(fresh > 0 ? [vscode.l10n.t('{0} new', fresh)] : []),
  ];
  const label = vscode.l10n.t('Quiz cards');
  const description = parts.length > 0 ? parts.join(' · ') : vscode.l10n.t('done for today');
  return [
    {
      ...plain,
      id: 'cards',
      label,
      description,
      tooltip: [
        vscode.l10n.t('{0} answered today, {1} due, {2} new.', answered, due, fresh),
        vscode.l10n.t('A day asks for {0} cards at most; what is due beyond them waits.', dailyCards),
      ].join('\n\n'),
      spoken: `${label}, ${description}`,
      icon: 'mortar-board',
      kind: 'cards',
      command: { id: practiceIds.quiz, title: vscode.l10n.t('Start a quiz') },
      badge: due,
    },
  ];
}
