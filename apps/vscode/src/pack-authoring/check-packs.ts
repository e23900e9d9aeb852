import * as vscode from 'vscode';
import { commandIds } from '../command-ids.ts';
import { messages } from '../messages.ts';
import type { Packs } from '../packs.ts';
import { configName } from '../workspace-config.ts';
import type { PackCheck } from './authoring.ts';
import { problemsOf } from './problems.ts';
import type { SchemaBook } from './schema.ts';

/** Reads all packs of the workspace anew and says what comes of it; the Problems view has each finding. */
export async function checkPacks(packs: Packs, book: SchemaBook): Promise<PackCheck | undefined> {
  if (!vscode.workspace.isTrusted) {
    const manage = vscode.l10n.t('Manage trust');
    const message = vscode.l10n.t('Packs of a folder are read once you trust the folder.');
    void messages.showInformationMessage(message, manage).then((choice) => {
      if (choice === manage) void vscode.commands.executeCommand('workbench.trust.manage');
    });
    return undefined;
  }
  const states = await packs.readAgain();
  const found = (await Promise.all(states.map((state) => problemsOf(state, book)))).flatMap((files) =>
    files.flatMap(([, list]) => list),
  );
  const errors = found.filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error).length;
  const check: PackCheck = {
    packs: states.reduce((sum, state) => sum + state.packs.length, 0),
    errors,
    warnings: found.length - errors,
  };
  void tell(check);
  return check;
}

async function tell({ packs, errors, warnings }: PackCheck): Promise<void> {
  if (packs === 0 && errors + warnings === 0) {
    const create = vscode.l10n.t('New pack…');
    const message = vscode.l10n.t('No pack of your own is named in {0} (packs).', configName);
    const choice = await messages.showInformationMessage(message, create);
    if (choice === create) await vscode.commands.executeCommand(commandIds.newPack);
    return;
  }
  const checked = packs === 1 ? vscode.l10n.t('1 pack checked') : vscode.l10n.t('{0} packs checked', packs);
  if (errors + warnings === 0) {
    void messages.showInformationMessage(vscode.l10n.t('{0}: nothing to change.', checked));
    return;
  }
  const counts = [
    ...(errors > 0 ? [errors === 1 ? vscode.l10n.t('1 error') : vscode.l10n.t('{0} errors', errors)] : []),
    ...(warnings > 0 ? [warnings === 1 ? vscode.l10n.t('1 warning') : vscode.l10n.t('{0} warnings', warnings)] : []),
  ].join(', ');
  const show = vscode.l10n.t('Show problems');
  const message = `${checked}: ${counts}.`;
  const choice = await (errors > 0
    ? messages.showWarningMessage(message, show)
    : messages.showInformationMessage(message, show));
  if (choice === show) await vscode.commands.executeCommand('workbench.actions.view.problems');
}
