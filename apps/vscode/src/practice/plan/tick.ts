import { tickOf } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import type { Services } from '../../services.ts';
import { type Journal, recordOrSay } from '../journal.ts';
import type { ProgressRow } from '../progress/row.ts';
import { workspaceTarget } from '../target.ts';

/** Records what was ticked and unticked in the tree, at once. True when all of it was recorded. */
export async function recordTicks(
  ticked: readonly (readonly [ProgressRow, vscode.TreeItemCheckboxState])[],
  services: Services,
  journal: Journal,
): Promise<boolean> {
  const folder = journal.folderFor((await workspaceTarget(services)).settings?.file);
  let isRecorded = true;
  for (const [{ task }, state] of ticked) {
    if (task === undefined) continue;
    const event = tickOf(task, state === vscode.TreeItemCheckboxState.Checked, journal.occasion());
    isRecorded = (await recordOrSay(journal, event, folder, () => undefined)) !== undefined && isRecorded;
  }
  return isRecorded;
}
