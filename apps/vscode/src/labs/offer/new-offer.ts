import { offerFigures, offerTemplate } from '@rubricate/core/labs/offer';
import * as vscode from 'vscode';
import { messages } from '../../messages.ts';
import { targetOf, workspaceTarget } from '../../practice/target.ts';
import { writeNew } from '../../practice/write-new.ts';
import type { Services } from '../../services.ts';
import { isOfferFile } from './offer-files.ts';

/** Writes an offer that works, to be filled in, with what the target's pack says of pay as comments. Nothing is overwritten. */
export async function newOffer(services: Services, given: unknown): Promise<vscode.Uri | undefined> {
  const target = targetOf(await workspaceTarget(services));
  const text = offerTemplate({ figures: target ? offerFigures(target.pack) : [] });
  const root = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!root) {
    // With no folder to write to, it waits unsaved.
    const draft = await vscode.workspace.openTextDocument({ language: 'yaml', content: text });
    await vscode.window.showTextDocument(draft);
    return draft.uri;
  }
  const name = typeof given === 'string' ? given : await askName();
  if (name === undefined) return undefined;
  const file = vscode.Uri.joinPath(root, name);
  if (!isOfferFile(file) || name.includes('..') || !(await writeNew(file, text))) {
    void messages.showWarningMessage(
      vscode.l10n.t('{0} was not written: there is a file of that name, or it is no name of an offer.', name),
    );
    return undefined;
  }
  await vscode.window.showTextDocument(file);
  return file;
}

function askName(): Thenable<string | undefined> {
  const ending = '.offer.yaml';
  return vscode.window.showInputBox({
    title: vscode.l10n.t('New offer'),
    prompt: vscode.l10n.t('The name of the file; it ends in {0}', ending),
    value: `new${ending}`,
    valueSelection: [0, 'new'.length],
    ignoreFocusOut: true,
    validateInput: (name) =>
      /^[\w-][\w .-]*\.offer\.yaml$/.test(name)
        ? undefined
        : vscode.l10n.t('Use letters, digits and hyphens, and end with {0}.', ending),
  });
}
