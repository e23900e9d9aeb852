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

/**
 * The target that a command is for. With several folders open: that of the folder it is asked for, else of the folder of
 * the active editor, else of the first folder that names one.
 *
 * @param scope a folder of the workspace, or a file: then the nearest `rubricate.yaml` above it.
 */
export async function workspaceTarget(services: Services, scope?: vscode.Uri): Promise<WorkspaceTarget> {
  if (scope) return folderTarget(services, scope);
  const [first, ...others] = await workspaceTargets(services);
  const active = vscode.window.activeTextEditor?.document.uri;
  const root = active && vscode.workspace.getWorkspaceFolder(active)?.uri.toString();
  const current = others.find(({ settings }) => settings && settings.folder.toString() === root);
  if (current) return current;
  if (first) return first;
  return folderTarget(services, vscode.workspace.workspaceFolders?.[0]?.uri);
}

/** The target of each workspace folder that names one, rightly or wrongly. */
export async function workspaceTargets(services: Services): Promise<readonly WorkspaceTarget[]> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const found = await Promise.all(folders.map(({ uri }) => folderTarget(services, uri)));
  return found.filter(({ reading }) => reading.ok || reading.reason.code !== 'not-set');
}

async function folderTarget({ packs, config }: Services, folder: vscode.Uri | undefined): Promise<WorkspaceTarget> {
  const settings = folder && (await config.settings(folder));
  const library = await packs.library(settings?.file ?? folder);
  return { library, settings, reading: practiceTarget(settings?.config ?? {}, library) };
}

/** The folder that a row of the progress tree is of, where several name a target. */
export function folderOf(asked: unknown): vscode.Uri | undefined {
  if (typeof asked !== 'object' || asked === null || !('folder' in asked)) return undefined;
  return typeof asked.folder === 'string' ? vscode.Uri.parse(asked.folder, true) : undefined;
}

export function targetOf({ reading }: WorkspaceTarget): PracticeTarget | undefined {
  return reading.ok ? reading.target : undefined;
}
