import type { OutlineFilter, OutlineOrder } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { targetOf, type WorkspaceTarget } from '../target.ts';
import { stateName } from './question-rows.ts';

/** That a filter is on, what it asks for and how much it leaves: what is hidden must not look as if it were not there. */
export function filterName(filter: OutlineFilter, found: number, workspaces: readonly WorkspaceTarget[]): string {
  const rounds = workspaces.flatMap((workspace) => targetOf(workspace)?.pack.loop?.rounds ?? []);
  const titles = filter.rounds.map((id) => rounds.find((round) => round.id === id)?.title ?? id);
  const parts = [
    filter.states.map(stateName).join(', '),
    titles.join(', '),
    filter.due ? vscode.l10n.t('due') : '',
    filter.text.trim() === '' ? '' : `“${filter.text.trim()}”`,
  ].filter(Boolean);
  const left =
    found === 0
      ? vscode.l10n.t('No question passes.')
      : found === 1
        ? vscode.l10n.t('1 question passes.')
        : vscode.l10n.t('{0} questions pass.', found);
  return vscode.l10n.t('Filter: {0}. {1}', parts.join(' · '), left);
}

export function orderName(order: OutlineOrder): string {
  switch (order) {
    case 'loop':
      return vscode.l10n.t('In the order of the loop');
    case 'weakest':
      return vscode.l10n.t('Weakest first');
    case 'latest':
      return vscode.l10n.t('Last practised first');
  }
}
