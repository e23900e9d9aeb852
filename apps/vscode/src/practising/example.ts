import * as vscode from 'vscode';
import { messages } from '../messages.ts';
import { writeNew } from '../practice/write-new.ts';

/** What the example workspace holds. A list, because what comes with an extension cannot be listed in a browser. */
const files = [
  'README.md',
  'rubricate.yaml',
  'home-feed-weak.md',
  'home-feed-draft.md',
  'home-feed-strong.md',
  'stories/address-parser.md',
] as const;

const folderName = 'rubricate-example';

/** Copies the example into a folder of that name where the user chooses, and opens it. */
export async function openExample(extension: vscode.Uri): Promise<void> {
  const [parent] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Choose where to put the example workspace'),
      openLabel: vscode.l10n.t('Put It Here'),
      canSelectFolders: true,
      canSelectFiles: false,
    })) ?? [];
  if (!parent) return;
  try {
    const folder = await copyExample(extension, parent);
    // A window that has a folder open keeps it.
    const forceNewWindow = (vscode.workspace.workspaceFolders?.length ?? 0) > 0;
    await vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow });
  } catch (error) {
    void messages.showErrorMessage(
      vscode.l10n.t(
        'The example could not be copied there: {0}',
        error instanceof Error ? error.message : String(error),
      ),
    );
  }
}

/** The folder with the example. A file that is there already stays as it is. */
export async function copyExample(extension: vscode.Uri, parent: vscode.Uri): Promise<vscode.Uri> {
  const folder = vscode.Uri.joinPath(parent, folderName);
  await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(folder, 'stories'));
  for (const name of files) {
    const path = name.split('/');
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'dist', 'example', ...path));
    await writeNew(vscode.Uri.joinPath(folder, ...path), new TextDecoder().decode(bytes));
  }
  return folder;
}
