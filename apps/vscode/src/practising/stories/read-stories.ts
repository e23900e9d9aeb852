import { type StoryFile, type StoryMatrix, storiesFolder, storyMatrix } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { targetOf, type WorkspaceTarget } from '../../practice/target.ts';
import { readText } from '../../practice/write-new.ts';

/** More stories than anybody tells, and deeper folders than anybody makes for them. */
const mostFiles = 500;
const deepest = 3;

/** The stories of the workspace against what its target asks; undefined where no pack judges stories. */
export async function readMatrix(workspace: WorkspaceTarget): Promise<StoryMatrix | undefined> {
  const files: StoryFile[] = [];
  for (const folder of storyFolders(workspace)) await collect(folder, files);
  return storyMatrix({ files, library: workspace.library, target: targetOf(workspace) });
}

/** Beside the target's `rubricate.yaml`, and in every folder of the workspace. The first is where new ones go. */
export function storyFolders({ settings }: WorkspaceTarget): readonly vscode.Uri[] {
  const roots = [
    ...(settings ? [settings.folder] : []),
    ...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri),
  ];
  const unique = new Map(roots.map((root) => [root.toString().replace(/\/$/, ''), root]));
  return [...unique.values()].map((root) => vscode.Uri.joinPath(root, storiesFolder));
}

async function collect(folder: vscode.Uri, files: StoryFile[], depth = 1): Promise<void> {
  const entries = await vscode.workspace.fs.readDirectory(folder).then(undefined, () => []);
  for (const [name, type] of [...entries].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const uri = vscode.Uri.joinPath(folder, name);
    if (files.length >= mostFiles) return;
    if ((type & vscode.FileType.Directory) !== 0) {
      if (depth < deepest) await collect(uri, files, depth + 1);
    } else if (/\.(?:md|markdown)$/i.test(name)) {
      const text = await textOf(uri);
      if (text !== undefined) files.push({ file: uri.toString(), text });
    }
  }
}

/** What is being written counts as it is, saved or not. */
async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return open.getText();
  return readText(uri).catch(() => undefined);
}
