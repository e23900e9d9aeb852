import { type NewPack, packTemplate } from '@rubricate/core/authoring';
import * as vscode from 'vscode';
import { messages } from '../messages.ts';
import type { Packs } from '../packs.ts';
import { writeNew } from '../practice/write-new.ts';
import type { ConfigService, WorkspaceSettings } from '../services.ts';
import { configName } from '../workspace-config.ts';
import { isInside } from './pack-folders.ts';
import { newPacksFile, withPack } from './with-pack.ts';

type Asked = Pick<NewPack, 'company' | 'role' | 'title'>;

/** Writes a small pack that works, names it in `rubricate.yaml` and opens it. Asks for what it is not told. */
export async function newPack(packs: Packs, config: ConfigService, given: unknown): Promise<void> {
  const root = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!root) {
    const open = vscode.l10n.t('Open a folder');
    const message = vscode.l10n.t('A pack is kept in files of your folder. Open the folder of your answers first.');
    if ((await messages.showInformationMessage(message, open)) === open)
      await vscode.commands.executeCommand('vscode.openFolder');
    return;
  }
  const settings = await config.settings(root);
  const library = await packs.library(root);
  const taken = library.packs.map(({ id }) => id);
  const asked = isAsked(given) ? given : await ask(taken);
  if (!asked) return;
  const id = idOf(asked);
  const base = settings?.folder ?? root;
  const folder = vscode.Uri.joinPath(base, 'packs', id);
  if (taken.includes(id) || (await hasFiles(folder))) {
    void messages.showWarningMessage(
      vscode.l10n.t('There is a pack "{0}" already, so nothing was written. Choose another company or role.', id),
    );
    return;
  }
  await vscode.workspace.fs.createDirectory(folder);
  for (const { path, text } of packTemplate({ id, ...asked })) await writeNew(vscode.Uri.joinPath(folder, path), text);
  await nameIt(base, settings, folder, `packs/${id}`);
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, 'pack.yaml'));
  await vscode.window.showTextDocument(document);
}

function isAsked(given: unknown): given is Asked {
  if (typeof given !== 'object' || given === null) return false;
  return ['company', 'role', 'title'].every((key) => typeof (given as Record<string, unknown>)[key] === 'string');
}

function idOf({ company, role }: Pick<Asked, 'company' | 'role'>): string {
  return `${company}-${role}`;
}

async function ask(taken: readonly string[]): Promise<Asked | undefined> {
  const company = await askName(
    vscode.l10n.t('New pack (1 of 3)'),
    vscode.l10n.t('The company, in lower-case words joined by hyphens, such as acme'),
    () => undefined,
  );
  if (company === undefined) return undefined;
  const role = await askName(
    vscode.l10n.t('New pack (2 of 3)'),
    vscode.l10n.t('The role, such as data-engineer'),
    (name) =>
      taken.includes(idOf({ company, role: name }))
        ? vscode.l10n.t('There is a pack for this company and role already.')
        : undefined,
  );
  if (role === undefined) return undefined;
  const title = await vscode.window.showInputBox({
    title: vscode.l10n.t('New pack (3 of 3)'),
    prompt: vscode.l10n.t('What people read in lists'),
    value: `${capital(company)}, ${role.replaceAll('-', ' ')}`,
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? vscode.l10n.t('A title has at least one word.') : undefined),
  });
  return title === undefined ? undefined : { company, role, title: title.trim() };
}

function askName(
  title: string,
  prompt: string,
  problem: (name: string) => string | undefined,
): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title,
    prompt,
    ignoreFocusOut: true,
    validateInput: (name) =>
      /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name) && name.length <= 30
        ? problem(name)
        : vscode.l10n.t('Use lower-case letters and digits, in words joined by hyphens, 30 characters at most.'),
  });
}

function capital(name: string): string {
  return name.replaceAll('-', ' ').replace(/^./, (first) => first.toUpperCase());
}

async function hasFiles(folder: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.readDirectory(folder).then(
    (entries) => entries.length > 0,
    () => false,
  );
}

/** Names the folder in `rubricate.yaml`, unless it lies in one that is named. */
async function nameIt(
  base: vscode.Uri,
  settings: WorkspaceSettings | undefined,
  folder: vscode.Uri,
  path: string,
): Promise<void> {
  const file = vscode.Uri.joinPath(base, configName);
  if (await writeNew(file, newPacksFile(path))) return;
  const named = settings?.config.packs ?? [];
  if (named.some((name) => isInside(folder, vscode.Uri.joinPath(base, name)))) return;
  // Through the editor, so that unsaved changes in it are kept and the step can be undone.
  const document = await vscode.workspace.openTextDocument(file);
  const text = withPack(document.getText(), path);
  if (text === undefined) {
    void messages.showWarningMessage(
      vscode.l10n.t(
        '{0} is not understood, so it was left as it is. Add "{1}" to its packs yourself.',
        configName,
        path,
      ),
    );
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  const end = document.positionAt(document.getText().length);
  edit.replace(file, new vscode.Range(new vscode.Position(0, 0), end), text);
  await vscode.workspace.applyEdit(edit);
  await document.save();
}
