import type { PackFile } from '@rubricate/core/model';
import * as vscode from 'vscode';
import type { WorkspaceSettings } from '../services.ts';

/** A folder that `packs:` names or, with `problem`, why it is not read. */
export interface NamedFolder {
  /** Its place in the list of `packs:`. */
  readonly index: number;
  readonly uri: vscode.Uri;
  readonly problem: string | undefined;
}

/** Folders in folders of a pack; nobody nests them deeper. */
const deepest = 5;
/** More files than any pack has; a bound for folders that are none. */
const mostFiles = 300;

/**
 * The folders a `rubricate.yaml` names. Only those inside the workspace folder are read: a file that came with somebody
 * else's repository must not make the editor look elsewhere, by `..`, by an absolute path, or over a link.
 */
export async function namedFolders({ file, folder, config }: WorkspaceSettings): Promise<readonly NamedFolder[]> {
  const root = vscode.workspace.getWorkspaceFolder(file)?.uri ?? folder;
  return Promise.all(
    (config.packs ?? []).map(async (name, index) => {
      const uri = vscode.Uri.joinPath(folder, name);
      return { index, uri, problem: await problemOf(name, uri, root) };
    }),
  );
}

async function problemOf(name: string, uri: vscode.Uri, root: vscode.Uri): Promise<string | undefined> {
  if (/^(?:[a-z]:|[\\/~])/i.test(name)) {
    return vscode.l10n.t('Packs are read from folders inside the workspace. Give the path from this file.');
  }
  if (!isInside(uri, root)) {
    return vscode.l10n.t('This folder lies outside the workspace folder, so it is not read. Move the pack inside.');
  }
  const steps = uri.path
    .slice(root.path.length)
    .split('/')
    .filter((step) => step !== '');
  let at = root;
  for (const step of steps) {
    at = vscode.Uri.joinPath(at, step);
    const type = await typeOf(at);
    if (type === undefined) return vscode.l10n.t('There is no folder "{0}".', name);
    if (type & vscode.FileType.SymbolicLink) {
      return vscode.l10n.t('This path leads over a link, which may lead anywhere, so it is not read.');
    }
    if (!(type & vscode.FileType.Directory)) return vscode.l10n.t('"{0}" is a file. Name its folder.', name);
  }
  return undefined;
}

async function typeOf(uri: vscode.Uri): Promise<vscode.FileType | undefined> {
  return vscode.workspace.fs.stat(uri).then(
    ({ type }) => type,
    () => undefined,
  );
}

/** Whether a file or folder is another, or lies in it. */
export function isInside(uri: vscode.Uri, folder: vscode.Uri): boolean {
  if (uri.scheme !== folder.scheme || uri.authority !== folder.authority) return false;
  const path = folder.path.replace(/\/+$/, '');
  return uri.path === path || uri.path.startsWith(`${path}/`);
}

/** A named folder is a pack where it holds YAML files itself; otherwise each folder in it is one. */
export async function packFolders(folder: vscode.Uri, log: vscode.LogOutputChannel): Promise<readonly vscode.Uri[]> {
  const entries = await list(folder, log);
  if (entries.some(([name, type]) => type === vscode.FileType.File && name.endsWith('.yaml'))) return [folder];
  return entries
    .filter(([, type]) => type === vscode.FileType.Directory)
    .map(([name]) => vscode.Uri.joinPath(folder, name));
}

/** The files of a pack; where one is being written, as it stands in the editor. Links are not followed. */
export async function packFiles(
  folder: vscode.Uri,
  log: vscode.LogOutputChannel,
  depth = 0,
): Promise<readonly PackFile[]> {
  if (depth > deepest) return [];
  const entries = await list(folder, log);
  const files = await Promise.all(
    entries.slice(0, mostFiles).map(async ([name, type]): Promise<readonly PackFile[]> => {
      const uri = vscode.Uri.joinPath(folder, name);
      if (type === vscode.FileType.Directory) return packFiles(uri, log, depth + 1);
      if (type !== vscode.FileType.File || !name.endsWith('.yaml')) return [];
      const text = await textOf(uri);
      if (text !== undefined) return [{ path: uri.toString(), text }];
      log.warn(`${uri.toString(true)} cannot be read.`);
      return [];
    }),
  );
  return files.flat().slice(0, mostFiles);
}

/** The text of a file: the unsaved one, where an editor has one. */
export async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  const open = vscode.workspace.textDocuments.find(
    (document) => document.isDirty && document.uri.toString() === uri.toString(),
  );
  if (open) return open.getText();
  return vscode.workspace.fs.readFile(uri).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => undefined,
  );
}

async function list(folder: vscode.Uri, log: vscode.LogOutputChannel): Promise<readonly [string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch (error) {
    log.warn(`The pack folder ${folder.toString(true)} cannot be read: ${String(error)}`);
    return [];
  }
}
