import {
  fold,
  journalFolder as journalPath,
  type Occasion,
  type PracticeEvent,
  type Progress,
  placeEvent,
} from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { journalCopy } from './journal-copy.ts';
import { type DamagedFile, type JournalFolder, journalFolder } from './journal-folder.ts';
import { randomId } from './write-new.ts';

export { recordOrSay } from './record-or-say.ts';

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
  /** The folder that an event was found in. */
  originOf(id: string): vscode.Uri | undefined;
  /** The folders that are read, as they are now. */
  readonly folders: readonly vscode.Uri[];
  readonly onDidChange: vscode.Event<void>;
}

export interface JournalOptions {
  /** The extension's own storage. */
  readonly storage: vscode.Uri;
  /** Where copies of large journals are kept, so that they are read at once. */
  readonly copies: vscode.Uri;
  readonly log: vscode.LogOutputChannel;
}

/** Events come in bursts where git writes them. */
const pauseMs = 100;

/** What was read from a copy is checked once the window has started and has nothing better to do. */
const checkMs = 15_000;

export function createJournal({ storage, copies, log }: JournalOptions): Journal {
  const own = vscode.Uri.joinPath(storage, 'journal');
  const writer = randomId(8);
  const changed = new vscode.EventEmitter<void>();
  const folders = new Map<string, JournalFolder>();
  let watchers: vscode.Disposable[] = [];
  let reading: Promise<JournalReading> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let checking: ReturnType<typeof setTimeout> | undefined;

  const refresh = (): void => {
    reading = undefined;
    changed.fire();
  };
  /** By id: the folder that an event was found in. */
  let origins: ReadonlyMap<string, vscode.Uri> = new Map();
  const refreshSoon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      refresh();
    }, pauseMs);
  };
  const folder = (uri: vscode.Uri): JournalFolder => {
    const known = folders.get(uri.toString());
    if (known) return known;
    const added = journalFolder(uri, journalCopy(copies, uri));
    folders.set(uri.toString(), added);
    return added;
  };
  const watch = (root: vscode.Uri, path: string): vscode.Disposable => {
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(root, `${path}/*.json`));
    const events = folder(vscode.Uri.joinPath(root, ...path.split('/')));
    return vscode.Disposable.from(
      watcher,
      watcher.onDidCreate((file) => {
        if (events.added(file)) refreshSoon();
      }),
      watcher.onDidDelete((file) => {
        events.removed(file);
        refreshSoon();
      }),
      watcher.onDidChange((file) => {
        events.forget(file);
        refreshSoon();
      }),
    );
  };
  const closeFolders = (): void => {
    for (const one of folders.values()) one.close();
    folders.clear();
  };
  const follow = (): void => {
    for (const watcher of watchers) watcher.dispose();
    closeFolders();
    watchers = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => watch(uri, journalPath));
    watchers.push(watch(storage, 'journal'));
    refresh();
  };
  const check = async (): Promise<void> => {
    for (const one of [...folders.values()]) if (await one.check()) refreshSoon();
    checking = undefined;
  };
  const readAll = async (): Promise<JournalReading> => {
    const events: PracticeEvent[] = [];
    const damaged: DamagedFile[] = [];
    const found = new Map<string, vscode.Uri>();
    for (const one of [...folders.values()]) {
      try {
        const reading = await one.read();
        for (const event of reading.events) {
          events.push(event);
          found.set(event.id, one.uri);
        }
        damaged.push(...reading.damaged);
      } catch (error) {
        damaged.push({ file: one.uri, message: error instanceof Error ? error.message : String(error) });
      }
    }
    for (const { file, message } of damaged) log.warn(`${file.toString(true)}: ${message}`);
    origins = found;
    checking ??= setTimeout(() => void check(), checkMs);
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
    async readFresh() {
      const before = await reading;
      for (const one of folders.values()) one.distrust();
      reading = undefined;
      const after = await read();
      // Most of the time nothing happened; then nothing needs to be drawn again.
      if (before && !sameReading(before, after)) changed.fire();
      return after;
    },
    originOf: (id) => origins.get(id),
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
        // What is known to have happened before stands before it, whatever the clock says now.
        .write(placeEvent(event, (await read()).progress))
        .catch((error: unknown) => {
          throw reasonOf(error);
        });
      log.debug(`Recorded ${event.kind} in ${file.toString(true)}.`);
      refresh();
      return file;
    },
    dispose() {
      clearTimeout(timer);
      clearTimeout(checking);
      for (const watcher of watchers) watcher.dispose();
      closeFolders();
      folderWatch.dispose();
      changed.dispose();
    },
  };
}

/** Events do not change; so as many of them, and as many damaged files, are the same ones. */
function sameReading(before: JournalReading, after: JournalReading): boolean {
  const files = ({ damaged }: JournalReading): string => damaged.map(({ file }) => file.toString()).join('\n');
  return before.progress.events === after.progress.events && files(before) === files(after);
}

/** Why a file could not be written, in words that say what to do about it where that is known. */
function reasonOf(error: unknown): Error {
  const message = error instanceof Error ? error.message : String(error);
  if (/ENOSPC|no space left|quota/i.test(message)) return new Error(vscode.l10n.t('The disk is full.'));
  const isReadOnly = error instanceof vscode.FileSystemError && error.code === 'NoPermissions';
  return isReadOnly || /EROFS|EACCES|EPERM|read-only/i.test(message)
    ? new Error(vscode.l10n.t('The file system of this folder cannot be written to.'))
    : new Error(message);
}
