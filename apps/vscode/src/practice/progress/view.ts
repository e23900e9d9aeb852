import { daysBetween, journalFolder } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import type { LabRows } from '../../labs/index.ts';
import type { StoryRows } from '../../practising/practising.ts';
import type { Services } from '../../services.ts';
import { practiceIds, progressView } from '../ids.ts';
import type { Journal } from '../journal.ts';
import { questionOf } from '../new-answer.ts';
import { dateOf } from '../plan/date-of.ts';
import type { LoadPlanning } from '../plan/index.ts';
import { recordTicks } from '../plan/tick.ts';
import { targetOf, workspaceTarget } from '../target.ts';
import { exists } from '../write-new.ts';
import type { ProgressRow } from './row.ts';
import { daysName } from './rows.ts';

/** What the tree shows that is loaded when it is first drawn. */
export interface ProgressParts {
  readonly planning: LoadPlanning;
  readonly stories: StoryRows;
  readonly labs: LabRows;
}

/** Shows what there is to practise and what was done of it, anew after each event. */
export function registerProgress(
  context: vscode.ExtensionContext,
  services: Services,
  journal: Journal,
  { planning, stories, labs }: ProgressParts,
): void {
  const changed = new vscode.EventEmitter<undefined>();
  const read = async (): Promise<readonly ProgressRow[]> => {
    const [workspace, { progress }] = await Promise.all([workspaceTarget(services), journal.read()]);
    const today = dateOf(new Date());
    const { interview } = workspace.settings?.config ?? {};
    const days = interview !== undefined && targetOf(workspace) ? daysName(daysBetween(today, interview)) : '';
    // A narrow tree cuts the row of the target; in the view's head there is room.
    if (view.description !== days) view.description = days;
    const rows = await (await planning()).rows({ workspace, progress, today });
    const due = rows.find(({ badge }) => badge !== undefined)?.badge ?? 0;
    const told = due === 1 ? vscode.l10n.t('1 quiz card is due') : vscode.l10n.t('{0} quiz cards are due', due);
    view.badge = due > 0 ? { value: due, tooltip: told } : undefined;
    // Where nothing is aimed at and nothing was done, the empty view says how to begin.
    return rows.length === 0 ? [] : [...rows, ...(await stories.rows()), ...labs(progress)];
  };
  const view = vscode.window.createTreeView<ProgressRow>(progressView, {
    showCollapseAll: true,
    // The box of a task says nothing of others.
    manageCheckboxStateManually: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: async (row) => [...(row ? row.rows : await read())],
      getTreeItem: treeItem,
    },
  });
  const refresh = (): void => changed.fire(undefined);
  context.subscriptions.push(
    changed,
    view,
    journal.onDidChange(refresh),
    view.onDidChangeCheckboxState(async ({ items }) => {
      // A box that could not be recorded goes back to how it was.
      if (!(await recordTicks(items, services, journal))) refresh();
    }),
    stories.onDidChange(refresh),
    services.config.onDidChange(refresh),
    services.packs.onDidChange(refresh),
    // The days left may have changed over night.
    view.onDidChangeVisibility(({ visible }) => {
      if (visible) refresh();
    }),
    vscode.commands.registerCommand(practiceIds.focusProgress, () =>
      vscode.commands.executeCommand(`${progressView}.focus`),
    ),
    vscode.commands.registerCommand(practiceIds.openLastAnswer, (asked?: unknown) =>
      openLastAnswer(journal, questionOf(asked)),
    ),
  );
}

function treeItem(row: ProgressRow): vscode.TreeItem {
  const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(row.label, row.rows.length === 0 ? None : row.open ? Expanded : Collapsed);
  item.id = row.id;
  item.description = row.description;
  item.tooltip = new vscode.MarkdownString(row.tooltip);
  item.contextValue = row.kind;
  item.accessibilityInformation = { label: row.spoken };
  if (row.checked !== undefined) {
    const { Checked, Unchecked } = vscode.TreeItemCheckboxState;
    item.checkboxState = {
      state: row.checked ? Checked : Unchecked,
      tooltip: row.checked
        ? vscode.l10n.t('Done. Untick it if it was not.')
        : vscode.l10n.t('Tick it when it is done.'),
      accessibilityInformation: { label: row.spoken },
    };
  }
  if (row.icon !== undefined) {
    item.iconPath = new vscode.ThemeIcon(
      row.icon,
      row.color === undefined ? undefined : new vscode.ThemeColor(row.color),
    );
  }
  if (row.command) item.command = { command: row.command.id, title: row.command.title, arguments: [row] };
  return item;
}

/** Opens the file of a question's last attempt or, where it is gone or never was one, the text kept with the attempt. */
async function openLastAnswer(journal: Journal, question: string | undefined): Promise<void> {
  const { progress } = await journal.read();
  const last = question === undefined ? undefined : progress.attempts.get(question)?.at(-1);
  if (!last) return;
  const suffix = `/${journalFolder}`;
  for (const folder of journal.folders) {
    if (last.file === undefined || !folder.path.endsWith(suffix)) continue;
    const file = vscode.Uri.joinPath(folder.with({ path: folder.path.slice(0, -suffix.length) || '/' }), last.file);
    if (!(await exists(file))) continue;
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file));
    return;
  }
  const content = last.text;
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }));
  void vscode.window.showInformationMessage(
    last.file === undefined
      ? vscode.l10n.t('That answer was no file of this folder. This is its text as it was recorded.')
      : vscode.l10n.t('{0} is no longer there. This is its text as it was recorded.', last.file),
  );
}
