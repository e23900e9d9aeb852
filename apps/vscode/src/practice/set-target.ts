import { type ChosenTarget, newTargetFile, withTarget } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { messages } from '../messages.ts';
import type { Services } from '../services.ts';
import { configName } from '../workspace-config.ts';
import { dateOf } from './plan/date-of.ts';
import { ask, pick } from './quiz/quick-input.ts';
import { targetOf, workspaceTarget } from './target.ts';
import { chooseTarget, type StepUi } from './target-steps.ts';
import { writeNew } from './write-new.ts';

/**
 * Has chosen what to prepare for and writes it to `rubricate.yaml`, which is then shown.
 *
 * @param asked the folder it is for; with several open and none asked for, the user says which.
 */
export async function setTarget(
  services: Services,
  asked: vscode.Uri | undefined,
  ui: StepUi = { pick, ask },
): Promise<void> {
  const folder = await folderFor(asked);
  if (!folder) return;
  const workspace = await workspaceTarget(services, folder);
  const { library, settings } = workspace;
  const current = targetOf(workspace);
  const chosen = await chooseTarget(ui, {
    packs: library.packs,
    config: settings?.config ?? {},
    current: current && { pack: current.pack, level: current.level.id },
    today: dateOf(new Date()),
  });
  if (!chosen) return;
  const file = settings?.file ?? vscode.Uri.joinPath(folder, configName);
  await write(file, chosen);
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file));
}

async function folderFor(asked: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (asked) return asked;
  if (folders.length > 1) {
    const placeHolder = vscode.l10n.t('Choose the folder whose target to set');
    return (await vscode.window.showWorkspaceFolderPick({ placeHolder }))?.uri;
  }
  const [only] = folders;
  if (only) return only.uri;
  const open = vscode.l10n.t('Open a folder');
  const choice = await messages.showInformationMessage(
    vscode.l10n.t('A target is kept in a file of your folder, rubricate.yaml. Open the folder of your answers first.'),
    open,
  );
  if (choice === open) await vscode.commands.executeCommand('vscode.openFolder');
  return undefined;
}

/** Through the editor where the file exists, so that unsaved changes in it are kept and the step can be undone. */
async function write(file: vscode.Uri, target: ChosenTarget): Promise<void> {
  if (await writeNew(file, newTargetFile(target))) return;
  const document = await vscode.workspace.openTextDocument(file);
  const text = withTarget(document.getText(), target);
  if (text === undefined) {
    void messages.showWarningMessage(
      vscode.l10n.t(
        '{0} is not understood, so it was left as it is. Mend it first; its problems are marked.',
        configName,
      ),
    );
    return;
  }
  if (text === document.getText()) return;
  const edit = new vscode.WorkspaceEdit();
  const end = document.positionAt(document.getText().length);
  edit.replace(file, new vscode.Range(new vscode.Position(0, 0), end), text);
  await vscode.workspace.applyEdit(edit);
  await document.save();
}
