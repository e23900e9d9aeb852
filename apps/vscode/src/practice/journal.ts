import {
  fold,
  journalFolder as journalPath,
  type Occasion,
  type PracticeEvent,
  type Progress,
} from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { type DamagedFile, type JournalFolder, journalFolder } from './journal-folder.ts';
import { randomId } from './write-new.ts';

export interface JournalReading {
  readonly progress: Progress;
  readonly damaged: readonly DamagedFile[];
}

/** What was recorded, over all folders of the workspace and the extension's own. */
export interface Journal extends vscode.Disposable {
  /** Everything recorded so far. Kept until something changes; never rejects. */
  read(): Promise<JournalReading>;
  /** The same, read again from the files now: another window may have written a moment ago, before its watcher tells. */
  readFresh(): Promise<JournalReading>;
  /** A new event's time, id and writer. */
  occasion(): Occasion;
  /** Where an event about a document goes: its workspace folder, else the first, else the extension's own storage. */
  folderFor(scope: vscode.Uri | undefined): vscode.Uri;
  /** Recorded when this resolves, with the file. Rejects with the reason where that is not possible. */
  record(event: PracticeEvent, folder: vscode.Uri): Promise<vscode.Uri>;
  /** The journal of the extension itself, for when no folder is open or it cannot be written. */
  readonly own: vscode.Uri;
  /** The folders that are read, as they are now. */
  readonly folders: readonly vscode.Uri[];
  readonly onDidChange: vscode.Event<void>;
}

export interface JournalOptions {
  /** The extension's own storage. */
  readonly storage: vscode.Uri;
  readonly log: vscode.LogOutputChannel;
}

/** Events come in bursts where git writes them. */
const pauseMs = 100;

export function createJournal({ storage, log }: JournalOptions): Journal {
  const own = vscode.Uri.joinPath(storage, 'journal');
  const writer = randomId(8);
  const changed = new vscode.EventEmitter<void>();
  const folders = new Map<string, JournalFolder>();
  let watchers: vscode.Disposable[] = [];
  let reading: Promise<JournalReading> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const refresh = (): void => {
    reading = undefined;
    changed.fire();
  };
  const refreshSoon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      refresh();
    }, pauseMs);
  };
  const folder = (uri: vscode.Uri): JournalFolder => {
    const known = folders.get(uri.toString());
    if (known) return known;
    const added = journalFolder(uri);
    folders.set(uri.toString(), added);
    return added;
  };
  const watch = (root: vscode.Uri, path: string): vscode.Disposable => {
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(root, `${path}/*.json`));
    const events = folder(vscode.Uri.joinPath(root, ...path.split('/')));
    return vscode.Disposable.from(
      watcher,
      watcher.onDidCreate(refreshSoon),
      watcher.onDidDelete(refreshSoon),
      watcher.onDidChange((file) => {
        events.forget(file);
        refreshSoon();
      }),
    );
  };
  const follow = (): void => {
    for (const watcher of watchers) watcher.dispose();
    folders.clear();
    watchers = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => watch(uri, journalPath));
    watchers.push(watch(storage, 'journal'));
    refresh();
  };
  const readAll = async (): Promise<JournalReading> => {
    const events: PracticeEvent[] = [];
    const damaged: DamagedFile[] = [];
    for (const one of [...folders.values()]) {
      try {
        const found = await one.read();
        events.push(...found.events);
        damaged.push(...found.damaged);
      } catch (error) {
        damaged.push({ file: one.uri, message: error instanceof Error ? error.message : String(error) });
      }
    }
    for (const { file, message } of damaged) log.warn(`${file.toString(true)}: ${message}`);
    return { progress: fold(events), damaged };
  };

  const read = (): Promise<JournalReading> => {
    reading ??= readAll();
    return reading;
  };

  follow();
  const folderWatch = vscode.workspace.onDidChangeWorkspaceFolders(follow);
  return {
    own,
    get folders() {
      return [...folders.values()].map(({ uri }) => uri);
    },
    onDidChange: changed.event,
    read,
    readFresh() {
      refresh();
      return read();
    },
    occasion: () => ({ id: randomId(16), at: new Date().toISOString(), writer }),
    folderFor(scope) {
      const ofDocument = scope ? vscode.workspace.getWorkspaceFolder(scope) : undefined;
      const root = ofDocument ?? vscode.workspace.workspaceFolders?.[0];
      return root ? vscode.Uri.joinPath(root.uri, ...journalPath.split('/')) : own;
    },
    async record(event, uri) {
      if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) {
        throw new Error(vscode.l10n.t('The file system of this folder cannot be written to.'));
      }
      const file = await folder(uri)
        .write(event)
        .catch((error: unknown) => {
          const isReadOnly = error instanceof vscode.FileSystemError && error.code === 'NoPermissions';
          throw isReadOnly ? new Error(vscode.l10n.t('The file system of this folder cannot be written to.')) : error;
        });
      log.debug(`Recorded ${event.kind} in ${file.toString(true)}.`);
      refresh();
      return file;
    },
    dispose() {
      if (timer !== undefined) clearTimeout(timer);
      for (const watcher of watchers) watcher.dispose();
      folderWatch.dispose();
      changed.dispose();
    },
  };
}

/**
 * Records an event, or says why it could not be and offers to try again or to keep it in the extension's own storage, which
 * is read as well. Undefined when it was not recorded. The message waits for the user; the caller does not.
 */
export async function recordOrSay(
  journal: Journal,
  event: PracticeEvent,
  folder: vscode.Uri,
  recorded: (file: vscode.Uri) => void,
): Promise<vscode.Uri | undefined> {
  try {
    const file = await journal.record(event, folder);
    recorded(file);
    return file;
  } catch (error) {
    void offer(journal, event, folder, recorded, error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

async function offer(
  journal: Journal,
  event: PracticeEvent,
  folder: vscode.Uri,
  recorded: (file: vscode.Uri) => void,
  reason: string,
): Promise<void> {
  const again = vscode.l10n.t('Try again');
  const keep = vscode.l10n.t("Keep in Rubricate's own storage");
  const isOwn = folder.toString() === journal.own.toString();
  const choice = await vscode.window.showErrorMessage(
    vscode.l10n.t(
      'Nothing was recorded, because {0} could not be written: {1} Your text is as it was.',
      vscode.workspace.asRelativePath(folder),
      reason.endsWith('.') ? reason : `${reason}.`,
    ),
    ...(isOwn ? [again] : [again, keep]),
  );
  if (choice === again) await recordOrSay(journal, event, folder, recorded);
  if (choice === keep) await recordOrSay(journal, event, journal.own, recorded);
}
