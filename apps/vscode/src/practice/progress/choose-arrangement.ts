import { noFilter, outlineOrders, type QuestionState, questionStates } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { targetOf, type WorkspaceTarget } from '../target.ts';
import type { Arrangement } from './arrangement.ts';
import { orderName } from './arrangement-words.ts';
import { stateName } from './question-rows.ts';

interface FilterItem extends vscode.QuickPickItem {
  readonly state?: QuestionState;
  readonly round?: string;
  readonly due?: true;
}

/** Has states, rounds and what is due chosen, several at once; what words ask for stays. Nothing chosen shows everything. */
export async function chooseFilter(
  workspace: WorkspaceTarget,
  arrangement: Arrangement,
): Promise<Arrangement | undefined> {
  const { filter } = arrangement;
  const target = targetOf(workspace);
  const rounds = (target?.pack.loop?.rounds ?? []).filter(
    ({ levels, silent }) => !silent && (!levels || levels.includes(target?.level.id ?? '')),
  );
  const separator = (label: string): FilterItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const items: readonly FilterItem[] = [
    separator(vscode.l10n.t('state')),
    ...questionStates.map((state) => ({
      label: capital(stateName(state)),
      state,
      picked: filter.states.includes(state),
    })),
    separator(vscode.l10n.t('when')),
    {
      label: vscode.l10n.t('Due'),
      description: vscode.l10n.t('asked for this week, or worth another attempt'),
      due: true,
      picked: filter.due,
    },
    ...(rounds.length > 0 ? [separator(vscode.l10n.t('round'))] : []),
    ...rounds.map(({ id, title }) => ({ label: title, round: id, picked: filter.rounds.includes(id) })),
  ];
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Filter progress'),
    placeHolder: vscode.l10n.t('Tick what is to show; with nothing ticked everything does'),
    canPickMany: true,
  });
  if (!chosen) return undefined;
  return {
    ...arrangement,
    filter: {
      ...noFilter,
      text: filter.text,
      states: chosen.flatMap(({ state }) => state ?? []),
      rounds: chosen.flatMap(({ round }) => round ?? []),
      due: chosen.some(({ due }) => due === true),
    },
  };
}

/** Has words typed that a question, its round, a task or a story must have. */
export async function chooseWords(arrangement: Arrangement): Promise<Arrangement | undefined> {
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('Find in progress'),
    prompt: vscode.l10n.t('Words of a question, a round, a task or a story. Leave it empty to show everything.'),
    value: arrangement.filter.text,
  });
  return text === undefined ? undefined : { ...arrangement, filter: { ...arrangement.filter, text: text.trim() } };
}

export async function chooseOrder(arrangement: Arrangement): Promise<Arrangement | undefined> {
  const items = outlineOrders.map((order) => ({
    label: orderName(order),
    description: order === arrangement.order ? vscode.l10n.t('current') : '',
    order,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Sort progress'),
    placeHolder: vscode.l10n.t('Choose the order of rounds and their questions'),
  });
  return chosen && { ...arrangement, order: chosen.order };
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase(vscode.env.language) + text.slice(1);
}
