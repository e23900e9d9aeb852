import * as vscode from 'vscode';
import { isOfferFile } from '../labs/offer/offer-files.ts';
import { configName } from '../workspace-config.ts';
import type { NameInfo } from './names.ts';

/** More files than packs have; a bound for workspaces that are full of YAML. */
const mostFiles = 500;
/** Of what is in a folder, as much is told as fits beside its name. */
const mostTold = 20;

/** The folders below a `rubricate.yaml` that it can name as packs: each that holds YAML files, and each that holds such folders. */
export async function foldersWithPacks(config: vscode.Uri): Promise<readonly NameInfo[]> {
  const root = vscode.Uri.joinPath(config, '..');
  const files = await vscode.workspace.findFiles(
    new vscode.RelativePattern(root, '**/*.yaml'),
    '**/{node_modules,.git,.rubricate}/**',
    mostFiles,
  );
  const paths = files
    .filter((file) => !file.path.endsWith(`/${configName}`) && !isOfferFile(file))
    .map(({ path }) => path.slice(root.path.replace(/\/$/, '').length + 1));
  return packFolderNames(paths);
}

/** The same for files by their paths from the `rubricate.yaml`. What lies deeper in a pack is part of it. */
function packFolderNames(paths: readonly string[]): readonly NameInfo[] {
  const inFolder = new Map<string, string[]>();
  const put = (path: string): string => {
    const cut = path.lastIndexOf('/');
    const folder = path.slice(0, Math.max(cut, 0));
    inFolder.set(folder, [...(inFolder.get(folder) ?? []), path.slice(cut + 1)]);
    return folder;
  };
  const holding = [...new Set(paths.filter((path) => path.includes('/')).map(put))].sort();
  const packs = holding.filter((folder) => !holding.some((other) => folder.startsWith(`${other}/`)));
  const above = [...new Set(packs.filter((folder) => folder.includes('/')).map(put))];
  return [...above, ...packs].sort().map((name) => {
    const held = [...new Set(inFolder.get(name))].sort().slice(0, mostTold);
    return { name, title: held.join(', '), lines: [held.join(', ')] };
  });
}
