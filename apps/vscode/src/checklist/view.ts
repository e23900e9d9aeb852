import * as vscode from 'vscode';
import type { ActiveAnswer } from '../active-answer.ts';
import { commandIds } from '../command-ids.ts';
import { isJudged } from '../judged-documents.ts';
import { lensName } from '../lens/lens-words.ts';
import { type Judged, ownTarget } from '../services.ts';
import { metCount } from '../wording.ts';
import type { Row, RowIcon } from './row.ts';
import { rowsOf } from './rows.ts';

const checklistView = 'rubricate.checklist';

/** What the empty view tells of: see `viewsWelcome` in the manifest. */
const stateKey = 'rubricate.checklistState';
type State = 'no-editor' | 'not-markdown' | 'reading' | 'judged' | string;

/** Shows the checklist of the active answer, live. */
export function registerChecklist(context: vscode.ExtensionContext, active: ActiveAnswer): void {
  const changed = new vscode.EventEmitter<undefined>();
  let rows: readonly Row[] = [];
  let shape = '';
  const view = vscode.window.createTreeView<Row>(checklistView, {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (row) => [...(row ? row.rows : rows)],
      getTreeItem: (row) => treeItem(row, active.document?.uri),
    },
  });

  const refresh = (): void => {
    const { document, judgement } = active;
    rows = judgement?.ok ? rowsOf(judgement) : [];
    const state: State = judgement
      ? judgement.ok
        ? 'judged'
        : judgement.reason.code
      : !document
        ? 'no-editor'
        : isJudged(document)
          ? 'reading'
          : 'not-markdown';
    void vscode.commands.executeCommand('setContext', stateKey, state);
    // Not among what the empty view says: that would take the focus, and lose it to the rows.
    view.message = state === 'reading' ? vscode.l10n.t('Reading the answer…') : '';
    view.description = judgement?.ok ? headOf(judgement) : '';
    // Most keystrokes change no row; drawing the tree anew would only disturb whoever reads or hears it.
    const next = JSON.stringify([document?.uri.toString(), rows]);
    if (next === shape) return;
    shape = next;
    changed.fire(undefined);
  };

  context.subscriptions.push(
    changed,
    view,
    active.onDidChange(refresh),
    vscode.commands.registerCommand(commandIds.focusChecklist, () =>
      vscode.commands.executeCommand(`${checklistView}.focus`),
    ),
  );
  refresh();
}

/** What is met and, where another lens is chosen, whose. */
function headOf(judged: Judged): string {
  const { review, target } = judged;
  const met = metCount(review);
  return target === ownTarget(judged) ? met : vscode.l10n.t('{0} · through {1}', met, lensName(target));
}

function treeItem(row: Row, uri: vscode.Uri | undefined): vscode.TreeItem {
  const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(row.label, row.rows.length === 0 ? None : row.open ? Expanded : Collapsed);
  item.id = row.id;
  item.description = row.description;
  item.tooltip = row.tooltip;
  item.contextValue = row.kind;
  item.accessibilityInformation = { label: row.spoken };
  if (row.icon) item.iconPath = icons[row.icon];
  if (row.kind === 'lens') {
    item.command = { title: vscode.l10n.t('Judge through another lens'), command: commandIds.judgeThrough };
  } else if (row.place && uri) {
    item.command = {
      title: vscode.l10n.t('Go to the text'),
      command: commandIds.goTo,
      arguments: [uri.toString(), row.place.start, row.place.end],
    };
  }
  return item;
}

const themed = (icon: string, color: string): vscode.ThemeIcon =>
  new vscode.ThemeIcon(icon, new vscode.ThemeColor(color));

/** Told apart by their shapes; the colours only help. */
const icons: Readonly<Record<RowIcon, vscode.ThemeIcon>> = {
  met: themed('pass-filled', 'rubricate.met'),
  partial: themed('color-mode', 'rubricate.partial'),
  missing: themed('circle-large-outline', 'rubricate.missing'),
  plus: themed('add', 'disabledForeground'),
  pitfall: themed('warning', 'rubricate.pitfall'),
  dismissed: themed('circle-slash', 'disabledForeground'),
  signal: new vscode.ThemeIcon('law'),
  level: new vscode.ThemeIcon('milestone'),
  lens: new vscode.ThemeIcon('eye'),
  off: themed('circle-slash', 'disabledForeground'),
};
