import { tickOf } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import type { Services } from '../../services.ts';
import { type Journal, recordOrSay } from '../journal.ts';
import type { ProgressRow } from '../progress/row.ts';
import { folderOf, workspaceTarget } from '../target.ts';

/** Records what was ticked and unticked in the tree, at once. True when all of it was recorded. */
export async function recordTicks(
  ticked: readonly (readonly [ProgressRow, vscode.TreeItemCheckboxState])[],
  services: Services,
  journal: Journal,
): Promise<boolean> {
  const byFolder = new Map<string | undefined, vscode.Uri>();
  let isRecorded = true;
  for (const [row, state] of ticked) {
    const { task } = row;
    if (task === undefined) continue;
    const folder =
      byFolder.get(row.folder) ?? journal.folderFor((await workspaceTarget(services, folderOf(row))).settings?.file);
    byFolder.set(row.folder, folder);
    const event = tickOf(task, state === vscode.TreeItemCheckboxState.Checked, journal.occasion());
    isRecorded = (await recordOrSay(journal, event, folder, () => undefined)) !== undefined && isRecorded;
  }
  return isRecorded;
}

/** Turns the box of a task's row over, for those who cannot click it. */
export async function tickRow(asked: unknown, services: Services, journal: Journal): Promise<void> {
  if (!isTaskRow(asked)) return;
  const { Checked, Unchecked } = vscode.TreeItemCheckboxState;
  await recordTicks([[asked, asked.checked ? Unchecked : Checked]], services, journal);
}

function isTaskRow(asked: unknown): asked is ProgressRow {
  return typeof asked === 'object' && asked !== null && 'task' in asked && 'checked' in asked;
}
