import * as vscode from 'vscode';
import { commandIds } from '../command-ids.ts';
import type { Packs } from '../packs.ts';
import type { Services } from '../services.ts';
import { checkPacks } from './check-packs.ts';
import { registerPackCompletion } from './completion.ts';
import { registerConfigProblems } from './config-problems.ts';
import { registerPackHover } from './hover.ts';
import { newPack } from './new-pack.ts';
import { registerPackQuickFix } from './quick-fix.ts';
import { registerPackPages, showPack } from './show-pack.ts';

/** What helps to write packs and `rubricate.yaml`, with no other extension. */
export function registerPackAuthoring(context: vscode.ExtensionContext, { config }: Services, packs: Packs): void {
  registerPackCompletion(context, packs);
  registerPackHover(context, packs);
  registerPackQuickFix(context, packs);
  registerPackPages(context, packs);
  registerConfigProblems(context, packs);
  // A pack that is open is read at once, so that what is wrong in it shows before an answer needs it.
  const look = ({ uri }: vscode.TextDocument): void => {
    if (uri.path.endsWith('.yaml')) void packs.ownStates();
  };
  const lookAll = (): void => vscode.workspace.textDocuments.forEach(look);
  lookAll();
  context.subscriptions.push(
    vscode.workspace.onDidOpenTextDocument(look),
    config.onDidChange(lookAll),
    vscode.workspace.onDidGrantWorkspaceTrust(lookAll),
    vscode.commands.registerCommand(commandIds.newPack, (given?: unknown) => newPack(packs, config, given)),
    vscode.commands.registerCommand(commandIds.checkPacks, () => checkPacks(packs)),
    vscode.commands.registerCommand(commandIds.showPack, (asked?: unknown) => showPack(packs, asked)),
  );
}
