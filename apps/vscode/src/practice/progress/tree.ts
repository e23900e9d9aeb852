import { daysBetween, isFiltering } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { rowsWithPlan } from '../plan/plan-rows.ts';
import type { TreeFacts, TreeReading } from '../plan/planning.ts';
import { targetOf, type WorkspaceTarget } from '../target.ts';
import { filterName, orderName } from './arrangement-words.ts';
import { narrowOthers } from './narrow.ts';
import { type ProgressRow, plain } from './row.ts';
import { daysName } from './rows.ts';

/** The whole tree: of one target its rows; of several, a row for each folder with its target's below. */
export function treeOf(facts: TreeFacts): TreeReading {
  const { workspaces, arrangement, others } = facts;
  const [first, ...more] = workspaces;
  const parts = workspaces.map((workspace) => ({ workspace, rows: targetRows(workspace, facts, more.length === 0) }));
  const rows = more.length > 0 ? parts.map((part) => folderRow(part, facts.today)) : (parts[0]?.rows ?? []);
  const isOn = isFiltering(arrangement.filter);
  const found = parts.flatMap((part) => part.rows).reduce((sum, row) => sum + questionsIn(row), 0);
  return {
    // Where nothing is aimed at and nothing was done, the empty view says how to begin.
    rows: rows.length === 0 ? [] : [...rows, ...narrowOthers(others, arrangement.filter)],
    due: Math.max(0, ...parts.flatMap((part) => part.rows.map(({ badge = 0 }) => badge))),
    description: [
      ...(isOn ? [vscode.l10n.t('filtered')] : []),
      ...(first && more.length === 0 ? daysLeft(first, facts.today) : []),
    ].join(' · '),
    message: isOn
      ? filterName(arrangement.filter, found, workspaces)
      : arrangement.order === 'loop' || rows.length === 0
        ? undefined
        : orderName(arrangement.order),
  };
}

function targetRows(
  workspace: WorkspaceTarget,
  { progress, today, drafts, arrangement }: TreeFacts,
  isAlone: boolean,
): readonly ProgressRow[] {
  const folder = isAlone ? undefined : workspace.settings?.folder;
  return rowsWithPlan({ workspace, progress, today }, { drafts: drafts.of(folder), arrangement });
}

function daysLeft({ settings, reading }: WorkspaceTarget, today: string): readonly string[] {
  const { interview } = settings?.config ?? {};
  // A narrow tree cuts the row of the target; in the view's head there is room.
  return interview !== undefined && reading.ok ? [daysName(daysBetween(today, interview))] : [];
}

function folderRow(
  { workspace, rows }: { readonly workspace: WorkspaceTarget; readonly rows: readonly ProgressRow[] },
  today: string,
): ProgressRow {
  const uri = workspace.settings?.folder ?? vscode.Uri.file('/');
  const folder = uri.toString();
  const label = vscode.workspace.getWorkspaceFolder(uri)?.name ?? uri.path;
  const target = targetOf(workspace);
  const name = [target?.level.id, target?.pack.title].filter(Boolean).join(' · ');
  const description = [...daysLeft(workspace, today), name].filter(Boolean).join(' · ');
  return {
    ...plain,
    id: `folder/${folder}`,
    label,
    description,
    tooltip: description,
    spoken: [vscode.l10n.t('Folder: {0}', label), description].filter(Boolean).join(', '),
    icon: 'root-folder',
    kind: 'folder',
    folder,
    open: true,
    rows: rows.map((row) => inFolder(row, folder)),
  };
}

/** A row of a folder: ids are unique in the whole tree, and a command knows which target it is for. What is lazy stays so. */
function inFolder(row: ProgressRow, folder: string): ProgressRow {
  let rows: readonly ProgressRow[] | undefined;
  const own: Partial<ProgressRow> = {
    id: `${folder}#${row.id}`,
    folder,
    get rows() {
      rows ??= row.rows.map((one) => inFolder(one, folder));
      return rows;
    },
  };
  return Object.create(row, Object.getOwnPropertyDescriptors(own)) as ProgressRow;
}

function questionsIn(row: ProgressRow): number {
  if (row.size !== undefined) return 1;
  return /^(?:round|group)/.test(row.kind) ? row.rows.length : 0;
}
