import type { Pack } from '@rubricate/core/model';
import { backgroundsOf, newTargetFile, withTarget } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import type { Services } from '../services.ts';
import { levelTitle, readingName } from '../wording.ts';
import { configName } from '../workspace-config.ts';
import { askTime } from './ask-time.ts';
import { practiceIds } from './ids.ts';
import { targetOf, workspaceTarget } from './target.ts';
import { writeNew } from './write-new.ts';

/** Chooses what to prepare for and writes it to `rubricate.yaml`, which is then shown. */
export function registerSetTarget(context: vscode.ExtensionContext, services: Services): void {
  context.subscriptions.push(vscode.commands.registerCommand(practiceIds.setTarget, () => setTarget(services)));
}

async function setTarget(services: Services): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) {
    const open = vscode.l10n.t('Open a folder');
    const choice = await vscode.window.showInformationMessage(
      vscode.l10n.t(
        'A target is kept in a file of your folder, rubricate.yaml. Open the folder of your answers first.',
      ),
      open,
    );
    if (choice === open) await vscode.commands.executeCommand('vscode.openFolder');
    return;
  }
  const workspace = await workspaceTarget(services);
  const current = targetOf(workspace);
  const pack = await pickPack(workspace.library.packs, current?.pack.id);
  if (!pack) return;
  const level = await pickLevel(pack, current?.level.id);
  if (level === undefined) return;
  const file = workspace.settings?.file ?? vscode.Uri.joinPath(folder.uri, configName);
  const time = await askTime(backgroundsOf(pack, workspace.library.packs), workspace.settings?.config ?? {});
  if (!time) return;
  await write(file, { company: pack.company, role: pack.role, level, ...time });
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file));
}

async function pickPack(packs: readonly Pack[], current: string | undefined): Promise<Pack | undefined> {
  // A foundation is what others build on; it is a target only for those whose company has no pack.
  const items = packs.map((pack) => ({
    label: pack.title,
    description: pack.id === current ? vscode.l10n.t('current') : '',
    detail: pack.about,
    pack,
  }));
  const rank = ({ pack }: { readonly pack: Pack }): number =>
    (pack.id === current ? 0 : 2) + (pack.extends?.length ? 0 : 1);
  const choice = await vscode.window.showQuickPick(
    [...items].sort((a, b) => rank(a) - rank(b)),
    {
      title: vscode.l10n.t('Set target: company and role'),
      placeHolder: vscode.l10n.t('Choose the company and role you prepare for'),
      matchOnDetail: true,
    },
  );
  return choice?.pack;
}

async function pickLevel({ levels }: Pack, current: string | undefined): Promise<string | undefined> {
  const items = levels.map(({ id, title, bar, summary }) => ({
    label: levelTitle({ id, title }),
    description: [readingName(bar), ...(id === current ? [vscode.l10n.t('current')] : [])].join(' · '),
    detail: summary,
    id,
  }));
  const choice = await vscode.window.showQuickPick(
    [...items].sort((a, b) => Number(b.id === current) - Number(a.id === current)),
    { title: vscode.l10n.t('Set target: level'), placeHolder: vscode.l10n.t('Choose the level you aim at') },
  );
  return choice?.id;
}

/** Through the editor where the file exists, so that unsaved changes in it are kept and the step can be undone. */
async function write(file: vscode.Uri, target: Parameters<typeof newTargetFile>[0]): Promise<void> {
  if (await writeNew(file, newTargetFile(target))) return;
  const document = await vscode.workspace.openTextDocument(file);
  const text = withTarget(document.getText(), target);
  if (text === undefined) {
    void vscode.window.showWarningMessage(
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
