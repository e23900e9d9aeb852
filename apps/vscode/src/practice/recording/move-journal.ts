import { isEventFileName, readEvents } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { messages } from '../../messages.ts';
import { practiceIds } from '../ids.ts';
import type { Journal } from '../journal.ts';
import { readText, writeNew } from '../write-new.ts';

/** Set once the user did not want to be asked. */
const declinedKey = 'rubricate.journalStays';

export interface Moved {
  readonly moved: number;
  /** Files that stay where they are: damaged ones, and those that could not be written. */
  readonly stayed: readonly { readonly file: vscode.Uri; readonly message: string }[];
}

/**
 * Moves the files of one journal into another folder. A file goes only when the other folder has all it holds and that was
 * read back; an event that both hold counts once, so that any interruption is harmless. A damaged file stays.
 */
export async function moveJournal(from: vscode.Uri, to: vscode.Uri): Promise<Moved> {
  let moved = 0;
  const stayed: { readonly file: vscode.Uri; readonly message: string }[] = [];
  for (const name of await eventFilesIn(from)) {
    const file = vscode.Uri.joinPath(from, name);
    try {
      const text = await readText(file);
      const [problem] = readEvents([{ name, text }]).problems;
      if (problem) {
        stayed.push({ file, message: problem.message });
        continue;
      }
      await vscode.workspace.fs.createDirectory(to);
      const target = vscode.Uri.joinPath(to, name);
      await writeNew(target, text);
      if ((await readText(target)) !== text) {
        stayed.push({ file, message: vscode.l10n.t('Another event has the file name {0}.', name) });
        continue;
      }
      await vscode.workspace.fs.delete(file);
      moved += 1;
    } catch (error) {
      stayed.push({ file, message: error instanceof Error ? error.message : String(error) });
    }
  }
  return { moved, stayed };
}

async function eventFilesIn(folder: vscode.Uri): Promise<readonly string[]> {
  const entries = await vscode.workspace.fs.readDirectory(folder).then(undefined, () => []);
  return entries
    .filter(([name, type]) => type !== vscode.FileType.Directory && isEventFileName(name))
    .map(([name]) => name);
}

/**
 * Offers to move what was recorded with no folder open into the folder that is open now; never again after a "not now".
 */
export async function offerToMove(journal: Journal, memory: vscode.Memento): Promise<void> {
  const target = journal.folderFor(undefined);
  if (target.toString() === journal.own.toString() || !vscode.workspace.isTrusted) return;
  if (memory.get<boolean>(declinedKey)) return;
  const files = await eventFilesIn(journal.own);
  if (files.length === 0) return;
  const move = vscode.l10n.t('Move');
  const notNow = vscode.l10n.t('Not now');
  const where = vscode.workspace.asRelativePath(target, true);
  const choice = await messages.showInformationMessage(
    files.length === 1
      ? vscode.l10n.t("A file of your journal is in Rubricate's own storage. Move it to {0}?", where)
      : vscode.l10n.t(
          "{0} files of your journal are in Rubricate's own storage. Move them to {1}?",
          files.length,
          where,
        ),
    move,
    notNow,
  );
  if (choice === notNow) await memory.update(declinedKey, true);
  if (choice === move) await moveAndSay(journal, memory);
}

/** Moves into the folder that is open, and says what became of it. */
export async function moveAndSay(journal: Journal, memory: vscode.Memento): Promise<Moved | undefined> {
  const target = journal.folderFor(undefined);
  if (target.toString() === journal.own.toString()) {
    void messages.showInformationMessage(
      vscode.l10n.t('Open a folder first; what was recorded without one is moved into it.'),
    );
    return undefined;
  }
  const result = await moveJournal(journal.own, target);
  await journal.readFresh();
  const { moved, stayed } = result;
  const where = vscode.workspace.asRelativePath(target, true);
  if (stayed.length === 0) {
    await memory.update(declinedKey, undefined);
    void messages.showInformationMessage(
      moved === 0
        ? vscode.l10n.t("Nothing is in Rubricate's own storage.")
        : moved === 1
          ? vscode.l10n.t('1 file of your journal was moved to {0}.', where)
          : vscode.l10n.t('{0} files of your journal were moved to {1}.', moved, where),
    );
    return result;
  }
  void sayWhatStayed(result, where);
  return result;
}

async function sayWhatStayed({ moved, stayed }: Moved, where: string): Promise<void> {
  const check = vscode.l10n.t('Check journal');
  const choice = await messages.showWarningMessage(
    vscode.l10n.t(
      "{0} files were moved to {1}; {2} stay in Rubricate's own storage and still count: {3}",
      moved,
      where,
      stayed.length,
      stayed[0]?.message ?? '',
    ),
    check,
  );
  if (choice === check) await vscode.commands.executeCommand(practiceIds.checkJournal);
}
