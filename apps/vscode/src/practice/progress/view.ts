import { isFiltering, journalFolder, type Progress } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import type { LabRows } from '../../labs/index.ts';
import { messages } from '../../messages.ts';
import type { StoryRows } from '../../practising/practising.ts';
import type { Services } from '../../services.ts';
import { practiceIds, progressView } from '../ids.ts';
import type { Journal } from '../journal.ts';
import { questionOf } from '../new-answer.ts';
import { dateOf } from '../plan/date-of.ts';
import type { LoadPlanning } from '../plan/index.ts';
import { recordTicks, tickRow } from '../plan/tick.ts';
import { workspaceTarget, workspaceTargets } from '../target.ts';
import { exists } from '../write-new.ts';
import { type Arrangement, readArrangement, unarranged } from './arrangement.ts';
import type { Drafts } from './drafts.ts';
import type { ProgressRow } from './row.ts';

/** What the tree shows that is loaded when it is first drawn. */
export interface ProgressParts {
  readonly planning: LoadPlanning;
  readonly stories: StoryRows;
  readonly labs: LabRows;
}

/** Where the arrangement of the tree is kept, for each workspace. */
const arrangementKey = 'rubricate.progressArrangement';
/** Set while a filter is on; the manifest shows by it how to take it off. */
const filteredKey = 'rubricate.progressFiltered';
/** The badge is for who does not look at the tree; it can wait until the window has started. */
const badgeMs = 3_000;

/** Whether the tree was read and has nothing to show. */
const emptyKey = 'rubricate.progressEmpty';

/** Shows what there is to practise and what was done of it, anew after each event. */
export function registerProgress(
  context: vscode.ExtensionContext,
  services: Services,
  journal: Journal,
  { planning, stories, labs }: ProgressParts,
): void {
  const changed = new vscode.EventEmitter<undefined>();
  const refresh = (): void => changed.fire(undefined);
  const arrangement = (): Arrangement => readArrangement(context.workspaceState.get(arrangementKey));
  let latest: Progress | undefined;
  let drafts: Drafts | undefined;
  // Reading all stories for each event would cost more than the rest of the tree.
  let storyRows: Promise<readonly ProgressRow[]> | undefined;
  const forgetStories = (): void => {
    storyRows = undefined;
    refresh();
  };
  const read = async (): Promise<readonly ProgressRow[]> => {
    const part = await planning();
    storyRows ??= stories.rows().catch((error: unknown) => {
      services.log.error(`The stories cannot be read: ${String(error)}`);
      return [];
    });
    const [named, { progress }, told] = await Promise.all([workspaceTargets(services), journal.read(), storyRows]);
    latest = progress;
    if (!drafts) {
      drafts = part.drafts(services, {
        changed: refresh,
        isRecorded: (question, text) => latest?.attempts.get(question)?.some((one) => one.text === text) === true,
      });
      context.subscriptions.push(drafts);
    }
    const reading = part.tree({
      workspaces: named.length > 0 ? named : [await workspaceTarget(services)],
      progress,
      today: dateOf(new Date()),
      drafts,
      arrangement: arrangement(),
      others: [...told, ...labs(progress)],
    });
    if (view.description !== reading.description) view.description = reading.description;
    if ((view.message ?? '') !== (reading.message ?? '')) view.message = reading.message ?? '';
    const due =
      reading.due === 1 ? vscode.l10n.t('1 quiz card is due') : vscode.l10n.t('{0} quiz cards are due', reading.due);
    if (view.badge?.tooltip !== due || reading.due === 0)
      view.badge = reading.due > 0 ? { value: reading.due, tooltip: due } : undefined;
    return reading.rows;
  };
  const view = vscode.window.createTreeView<ProgressRow>(progressView, {
    showCollapseAll: true,
    // The box of a task says nothing of others.
    manageCheckboxStateManually: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: async (row) => {
        if (row) return [...row.rows];
        const rows = await read();
        // Only now does the empty view say how to begin: what it says would take the focus, and lose it to the rows.
        void vscode.commands.executeCommand('setContext', emptyKey, rows.length === 0);
        return [...rows];
      },
      getTreeItem: treeItem,
      resolveTreeItem(item, row) {
        item.tooltip = new vscode.MarkdownString(row.tooltip);
        return item;
      },
    },
  });
  const tellFilter = (): void =>
    void vscode.commands.executeCommand('setContext', filteredKey, isFiltering(arrangement().filter));
  const arrange = async (chosen: Arrangement | undefined): Promise<void> => {
    if (!chosen) return;
    await context.workspaceState.update(arrangementKey, chosen);
    tellFilter();
    refresh();
  };
  tellFilter();
  // A tree that nobody has looked at yet is not asked for its rows, and would have no badge.
  const readUnseen = (): void =>
    void read().catch((error: unknown) => services.log.error(`The progress cannot be read: ${String(error)}`));
  const badge = setTimeout(async () => {
    if (!view.visible && (await workspaceTargets(services)).length > 0) readUnseen();
  }, badgeMs);
  context.subscriptions.push(
    changed,
    view,
    new vscode.Disposable(() => clearTimeout(badge)),
    journal.onDidChange(() => {
      refresh();
      // Nobody asks a view that is hidden; what it says outside of itself is kept true all the same.
      if (!view.visible && drafts) readUnseen();
    }),
    view.onDidChangeCheckboxState(async ({ items }) => {
      // A box that could not be recorded goes back to how it was.
      if (!(await recordTicks(items, services, journal))) refresh();
    }),
    stories.onDidChange(forgetStories),
    services.config.onDidChange(forgetStories),
    services.packs.onDidChange(forgetStories),
    // The days left may have changed over night, and another window may have written where no watcher tells of it.
    view.onDidChangeVisibility(({ visible }) => {
      if (visible) void journal.readFresh().then(refresh);
    }),
    vscode.commands.registerCommand(practiceIds.focusProgress, () =>
      vscode.commands.executeCommand(`${progressView}.focus`),
    ),
    vscode.commands.registerCommand(practiceIds.tickTask, (asked?: unknown) => tickRow(asked, services, journal)),
    vscode.commands.registerCommand(practiceIds.openLastAnswer, (asked?: unknown) => openLastAnswer(journal, asked)),
    vscode.commands.registerCommand(practiceIds.filterProgress, async () =>
      arrange(await (await planning()).chooseFilter(await workspaceTarget(services), arrangement())),
    ),
    vscode.commands.registerCommand(practiceIds.findInProgress, async () =>
      arrange(await (await planning()).chooseWords(arrangement())),
    ),
    vscode.commands.registerCommand(practiceIds.sortProgress, async () =>
      arrange(await (await planning()).chooseOrder(arrangement())),
    ),
    vscode.commands.registerCommand(practiceIds.clearProgressFilter, () =>
      arrange({ ...arrangement(), filter: unarranged.filter }),
    ),
  );
}

function treeItem(row: ProgressRow): vscode.TreeItem {
  const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(
    row.label,
    (row.size ?? row.rows.length) === 0 ? None : row.open ? Expanded : Collapsed,
  );
  item.id = row.id;
  item.description = row.description;
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

/**
 * Opens the file that answers a question: what is being written or, where nothing is, that of its last attempt. Where that
 * is gone or never was a file, it is the text kept with the attempt.
 */
async function openLastAnswer(journal: Journal, asked: unknown): Promise<void> {
  const draft = draftOf(asked);
  if (draft && (await exists(draft))) {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(draft));
    return;
  }
  const question = questionOf(asked);
  const { progress } = await journal.read();
  const last = question === undefined ? undefined : progress.attempts.get(question)?.at(-1);
  if (!last) return;
  const suffix = `/${journalFolder}`;
  const folder = journal.originOf(last.id);
  if (last.file !== undefined && folder?.path.endsWith(suffix)) {
    const file = vscode.Uri.joinPath(folder.with({ path: folder.path.slice(0, -suffix.length) || '/' }), last.file);
    if (await exists(file)) {
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file));
      return;
    }
  }
  const content = last.text;
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }));
  void messages.showInformationMessage(
    last.file === undefined
      ? vscode.l10n.t('That answer was no file of this folder. This is its text as it was recorded.')
      : vscode.l10n.t('{0} is no longer there. This is its text as it was recorded.', last.file),
  );
}

function draftOf(asked: unknown): vscode.Uri | undefined {
  if (typeof asked !== 'object' || asked === null || !('draft' in asked)) return undefined;
  return typeof asked.draft === 'string' ? vscode.Uri.parse(asked.draft, true) : undefined;
}
