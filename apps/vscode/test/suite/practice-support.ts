import { eventFileName, eventVersion, type PracticeEvent } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { authoringLoader } from '../../src/pack-authoring/load-authoring.ts';
import { createPacks } from '../../src/packs.ts';
import { createJournal, type Journal } from '../../src/practice/journal.ts';
import type { ProgressRow } from '../../src/practice/progress/row.ts';
import { rowsOf } from '../../src/practice/progress/rows.ts';
import { type WorkspaceTarget, workspaceTarget } from '../../src/practice/target.ts';
import type { ReviewService, Services } from '../../src/services.ts';
import { createWorkspaceConfigs } from '../../src/workspace-config.ts';
import { fileUri } from './support.ts';

export const journalUri = (): vscode.Uri => fileUri('.rubricate/journal');

/** The names of what lies in the journal of the workspace, whole or not. */
export async function journalFiles(): Promise<readonly string[]> {
  return vscode.workspace.fs.readDirectory(journalUri()).then(
    (entries) => entries.map(([name]) => name).sort(),
    () => [],
  );
}

export async function emptyJournal(): Promise<void> {
  await vscode.workspace.fs.delete(journalUri(), { recursive: true }).then(undefined, () => undefined);
}

export async function readFile(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

/** A journal as another window has it: its own writer, its own memory. */
export function anotherJournal(log: vscode.LogOutputChannel): Journal {
  return createJournal({ storage: fileUri('.storage'), copies: fileUri('.storage/copies'), log });
}

let count = 0;
/** An event that a test wants recorded, each with an id of its own. */
export function answeredEvent(facts: Partial<Extract<PracticeEvent, { kind: 'card-answered' }>> = {}): PracticeEvent {
  count += 1;
  return {
    v: eventVersion,
    kind: 'card-answered',
    id: `test${String(count).padStart(8, '0')}`,
    at: '2026-11-21T09:00:00.000Z',
    writer: 'tests',
    card: 'bakery-baker/rye',
    right: true,
    chosen: 0,
    ...facts,
  };
}

export const nameOf = eventFileName;

/** The rows of the progress tree, from the files of the workspace as they are now. */
export async function progressRows(log: vscode.LogOutputChannel): Promise<readonly ProgressRow[]> {
  const journal = anotherJournal(log);
  try {
    const { progress } = await journal.read();
    return await withWorkspace(log, (workspace) => rowsOf(workspace, progress, '2026-11-21'));
  } finally {
    journal.dispose();
  }
}

/** Gives the target of the workspace and services of its own to `use`, and takes them down after it. */
export function withWorkspace<T>(
  log: vscode.LogOutputChannel,
  use: (workspace: WorkspaceTarget, services: Services) => T | Promise<T>,
): Promise<T> {
  return withWorkspaceAt(log, undefined, use);
}

/** The same for the target of a folder of the workspace. */
export async function withWorkspaceAt<T>(
  log: vscode.LogOutputChannel,
  folder: vscode.Uri | undefined,
  use: (workspace: WorkspaceTarget, services: Services) => T | Promise<T>,
): Promise<T> {
  const config = createWorkspaceConfigs(log);
  const extension = vscode.extensions.getExtension('rubricate.rubricate-vscode');
  if (!extension) throw new Error('The extension is not installed.');
  const { extensionUri } = extension;
  const shipped = vscode.Uri.joinPath(extensionUri, 'dist', 'packs');
  const packs = createPacks({ shipped, config, log, authoring: authoringLoader(extensionUri) });
  const services: Services = { packs, config, log, reviews: noReviews };
  try {
    return await use(await workspaceTarget(services, folder), services);
  } finally {
    for (const one of [packs, config]) one.dispose();
  }
}

const noReviews: ReviewService = {
  current: () => undefined,
  review: async () => undefined,
  reviewFinished: async () => undefined,
  onDidReview: () => new vscode.Disposable(() => {}),
  onDidClose: () => new vscode.Disposable(() => {}),
};

export function allRows(rows: readonly ProgressRow[]): readonly ProgressRow[] {
  return rows.flatMap((row) => [row, ...allRows(row.rows)]);
}
