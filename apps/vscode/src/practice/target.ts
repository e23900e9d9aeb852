import { type PracticeTarget, practiceTarget, type TargetReading } from '@rubricate/core/practice';
import type { Library } from '@rubricate/core/review';
import * as vscode from 'vscode';
import type { Services, WorkspaceSettings } from '../services.ts';

/** What the workspace prepares for, with the packs that hold there. */
export interface WorkspaceTarget {
  readonly library: Library;
  readonly settings: WorkspaceSettings | undefined;
  readonly reading: TargetReading;
}

/** The target of the first workspace folder that names one; with several folders open, the others are for answers alone. */
export async function workspaceTarget({ packs, config }: Services): Promise<WorkspaceTarget> {
  let first: WorkspaceTarget | undefined;
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    const settings = await config.settings(folder.uri);
    const library = await packs.library(settings?.file ?? folder.uri);
    const found = { library, settings, reading: practiceTarget(settings?.config ?? {}, library) };
    if (found.reading.ok || (!found.reading.ok && found.reading.reason.code !== 'not-set')) return found;
    first ??= found;
  }
  if (first) return first;
  const library = await packs.library();
  return { library, settings: undefined, reading: practiceTarget({}, library) };
}

export function targetOf({ reading }: WorkspaceTarget): PracticeTarget | undefined {
  return reading.ok ? reading.target : undefined;
}
