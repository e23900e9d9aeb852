import { packPage as makePage, packMarkdown } from '@rubricate/core/authoring';
import type { Library } from '@rubricate/core/review';
import * as vscode from 'vscode';
import type { Packs } from '../packs.ts';

/** The page of a pack as Markdown. */
export async function packPage(packs: Packs, uri: vscode.Uri): Promise<string> {
  const id = uri.path.replace(/^\//, '').replace(/\.md$/, '');
  const library = await packs.library(uri.query === '' ? undefined : vscode.Uri.parse(uri.query, true));
  const pack = library.packs.find((one) => one.id === id);
  if (!pack) return vscode.l10n.t('No pack that is loaded is named "{0}".', id);
  return packMarkdown(makePage(pack, { library }));
}

/** Opens the page of a pack: the one named, else one that is chosen. */
export async function showPack(packs: Packs, asked: unknown): Promise<void> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const found = active ? await packs.ownPack(active) : undefined;
  const scope = found?.state.settings.file ?? active ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  const library = await packs.library(scope);
  const id = typeof asked === 'string' ? asked : await choose(library, found?.own.pack?.id);
  if (id === undefined) return;
  const uri = vscode.Uri.from({ scheme: 'rubricate-pack', path: `/${id}.md`, query: scope?.toString() ?? '' });
  await vscode.commands.executeCommand('vscode.open', uri, { preview: true } satisfies vscode.TextDocumentShowOptions);
}

async function choose(library: Library, current: string | undefined): Promise<string | undefined> {
  const items = library.packs.map(({ id, title, about }) => ({ label: title, description: id, detail: about, id }));
  const choice = await vscode.window.showQuickPick(
    // The pack that is being written comes first.
    [...items].sort((a, b) => Number(b.id === current) - Number(a.id === current)),
    {
      title: vscode.l10n.t('Show pack'),
      placeHolder: vscode.l10n.t('Choose the pack to read'),
      matchOnDescription: true,
      matchOnDetail: true,
    },
  );
  return choice?.id;
}
