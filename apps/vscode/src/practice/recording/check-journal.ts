import * as vscode from 'vscode';
import { messages } from '../../messages.ts';
import { practiceIds } from '../ids.ts';
import type { Journal, JournalReading } from '../journal.ts';
import type { DamagedFile } from '../journal-folder.ts';
import { retryWaiting, waitingEvents } from '../record-or-say.ts';

/** Tells of files that cannot be read, which nobody was told of before. */
export async function tellOfDamaged(fresh: readonly DamagedFile[]): Promise<void> {
  const check = vscode.l10n.t('Check journal');
  const message =
    fresh.length === 1
      ? vscode.l10n.t('A file of your journal cannot be read. It is skipped and stays where it is.')
      : vscode.l10n.t(
          '{0} files of your journal cannot be read. They are skipped and stay where they are.',
          fresh.length,
        );
  const [first] = fresh;
  const open = vscode.l10n.t('Open file');
  const choice = await messages.showWarningMessage(message, ...(fresh.length === 1 ? [open, check] : [check]));
  if (choice === open && first) await vscode.commands.executeCommand('vscode.open', first.file);
  if (choice === check) await vscode.commands.executeCommand(practiceIds.checkJournal);
}

/** Says what is recorded and which files cannot be read, and opens them. Nothing is deleted. */
export async function showJournal(journal: Journal, { progress, damaged }: JournalReading): Promise<void> {
  const ownName = vscode.l10n.t("Rubricate's own storage");
  const folders = journal.folders
    .map((uri) => (uri.toString() === journal.own.toString() ? ownName : vscode.workspace.asRelativePath(uri)))
    .join(', ');
  const sound =
    progress.events === 1
      ? vscode.l10n.t('1 event is recorded in {0}.', folders)
      : vscode.l10n.t('{0} events are recorded in {1}.', progress.events, folders);
  const twice =
    progress.conflicts.length === 0
      ? []
      : [vscode.l10n.t('Events that differ under one id: {0}. One of each counts.', progress.conflicts.join(', '))];
  if (damaged.length === 0) {
    const waiting = waitingEvents(journal);
    const again = vscode.l10n.t('Try again');
    const parts = [sound, vscode.l10n.t('Every file can be read.'), ...twice];
    if (waiting > 0) parts.push(vscode.l10n.t('Not recorded yet, because it could not be written: {0}.', waiting));
    const choice = await messages.showInformationMessage(parts.join(' '), ...(waiting > 0 ? [again] : []));
    if (choice === again) await retryWaiting(journal);
    return;
  }
  const choice = await vscode.window.showQuickPick(damaged.map(item), {
    title: vscode.l10n.t('Check journal: files that cannot be read'),
    placeHolder: [sound, ...twice, vscode.l10n.t('Choose a file to look at it; none is ever deleted.')].join(' '),
    matchOnDetail: true,
  });
  if (choice) await vscode.commands.executeCommand('vscode.open', choice.file);
}

function item({ file, message }: DamagedFile): vscode.QuickPickItem & DamagedFile {
  return {
    label: `$(warning) ${file.path.slice(file.path.lastIndexOf('/') + 1)}`,
    detail: message,
    file,
    message,
  };
}
