import { type Suggestion, suggestQuestions } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { dayName } from '../practice/words.ts';
import { signalName } from '../wording.ts';
import type { PractisingHost } from './practising.ts';

interface ChoiceItem extends vscode.QuickPickItem {
  /** The question; with none, all are listed. */
  readonly id?: string;
}

/** Suggests a question of each kind, and the way to all of them. The question's id, or undefined. */
export async function chooseQuestion(host: PractisingHost, title: string): Promise<string | undefined> {
  const suggestions = suggestQuestions(await host.outline(), {
    now: Date.now(),
    seed: crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
  });
  const items: ChoiceItem[] = [
    ...suggestions.map(suggestionItem),
    {
      label: `$(list-unordered) ${vscode.l10n.t('Choose by round…')}`,
      detail: vscode.l10n.t('All questions: those of your loop by round, then those of the other packs.'),
    },
  ];
  const choice = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: vscode.l10n.t('Choose what to practise'),
    matchOnDescription: true,
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  if (!choice) return undefined;
  return choice.id ?? host.pick();
}

function suggestionItem({ kind, question }: Suggestion): ChoiceItem {
  const { last, id } = question;
  const minutes = question.question ? [vscode.l10n.t('{0} min', question.question.minutes)] : [];
  const lastTime = last
    ? [vscode.l10n.t('last on {0}: {1}', dayName(last.at), signalName(last.review.hire.signal))]
    : [];
  return {
    label: `$(${icons[kind]}) ${kindName(kind)}: ${question.question?.title ?? id}`,
    description: [...minutes, ...lastTime].join(' · '),
    detail: question.question?.prompt ?? '',
    id,
  };
}

const icons: Readonly<Record<Suggestion['kind'], string>> = {
  due: 'history',
  weakest: 'arrow-down',
  untried: 'circle-large-outline',
  random: 'symbol-event',
};

function kindName(kind: Suggestion['kind']): string {
  switch (kind) {
    case 'due':
      return vscode.l10n.t('Due again');
    case 'weakest':
      return vscode.l10n.t('Weakest');
    case 'untried':
      return vscode.l10n.t('Not yet tried');
    case 'random':
      return vscode.l10n.t('At random');
  }
}
