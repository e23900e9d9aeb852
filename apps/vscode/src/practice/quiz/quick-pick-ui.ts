import type { CardsToday, QuizMove, QuizUi, ScorePage } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { showCard } from './card-pages.ts';
import { type OwnSentences, showExplanation } from './explanation-page.ts';
import { type MoveItem, pick } from './quick-input.ts';
import { dailyText, todayText } from './statistics-page.ts';

/** The quiz in the editor's own quick input: keyboard only, one page at a time. */
export function makeQuickPickUi(own?: OwnSentences, today?: () => Promise<CardsToday>): QuizUi {
  return {
    card: showCard,
    explanation: (page, of) => showExplanation(page, of, own),
    score: async (page) => showScore(page, await today?.()),
  };
}

function showScore({ right, answered, wrong }: ScorePage, today: CardsToday | undefined): Promise<QuizMove> {
  const again: MoveItem<QuizMove> = { label: `$(refresh) ${vscode.l10n.t('Another quiz')}`, move: { kind: 'again' } };
  const undo: MoveItem<QuizMove> = {
    label: `$(discard) ${vscode.l10n.t('Undo the last answer')}`,
    move: { kind: 'undo' },
  };
  const done: MoveItem<QuizMove> = { label: `$(check) ${vscode.l10n.t('Done')}`, move: { kind: 'quit' } };
  const missed = wrong.map(
    ({ key, card }): MoveItem<QuizMove> => ({
      label: card.skill,
      detail: card.prompt,
      move: { kind: 'read', key },
    }),
  );
  return pick<QuizMove>({
    title: vscode.l10n.t('Quiz: {0} of {1} right', right, answered),
    text: [
      wrong.length === 0
        ? vscode.l10n.t('All of them. These cards come back later, each time after a longer while.')
        : vscode.l10n.t('What was not right comes back in the next quiz.'),
      ...(today ? [`${todayText(today)} ${dailyText()}`] : []),
    ].join('\n\n'),
    placeholder: '',
    items: [
      done,
      again,
      ...(answered > 0 ? [undo] : []),
      ...(missed.length === 0
        ? []
        : [{ label: vscode.l10n.t('Read again'), kind: vscode.QuickPickItemKind.Separator }, ...missed]),
    ],
    active: done,
    canGoBack: answered > 0,
  });
}
