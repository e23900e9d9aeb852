import { type Pack, type PackFile, type PackReading, readPackFiles } from '@rubricate/core/model';
import { type Library, makeLibrary } from '@rubricate/core/review';
import * as vscode from 'vscode';
import type { WorkspaceSettings } from '../services.ts';
import { isInside, type NamedFolder, namedFolders, packFiles, packFolders } from './pack-folders.ts';

/** A pack of a workspace as its files are now, the unsaved ones included. */
export interface OwnPack {
  readonly folder: vscode.Uri;
  readonly files: readonly PackFile[];
  readonly reading: PackReading;
  /** What answers are judged by: while a file is being written and cannot be read, as it was before. */
  readonly pack: Pack | undefined;
}

/** The packs that one `rubricate.yaml` names, read together. */
export interface OwnState {
  readonly settings: WorkspaceSettings;
  readonly named: readonly NamedFolder[];
  readonly packs: readonly OwnPack[];
  readonly library: Library;
}

export interface OwnPacks extends vscode.Disposable {
  readonly state: () => Promise<OwnState>;
  /** Reads them now, whatever was told of changes. */
  readAgain(): Promise<OwnState>;
  /** A file was changed, saved or not: if it is of these packs, they are read again after a pause. */
  touch(uri: vscode.Uri): void;
}

export interface OwnPacksOptions {
  readonly settings: WorkspaceSettings;
  readonly shipped: () => Promise<readonly Pack[]>;
  readonly log: vscode.LogOutputChannel;
  /** Called with every state that differs from the one before, the first included. */
  readonly changed: (state: OwnState, isFirst: boolean) => void;
}

/** After a change, before packs are read again: long enough to finish a word. */
const pauseMs = 300;

/** Keeps the packs that a `rubricate.yaml` names, and reads again what changes of them. */
export function createOwnPacks({ settings, shipped, log, changed }: OwnPacksOptions): OwnPacks {
  let current: Promise<OwnState> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isDisposed = false;
  const watchers = new Map<string, vscode.Disposable>();

  const publish = (state: OwnState, isFirst: boolean): OwnState => {
    if (!isDisposed) changed(state, isFirst);
    return state;
  };
  const start = async (): Promise<OwnState> => {
    const base = await shipped();
    const named = await namedFolders(settings);
    watchAll(named);
    return publish(await readState({ settings, base, named, before: [], log }), true);
  };
  const again = async (previous: OwnState): Promise<OwnState> => {
    const named = await namedFolders(settings);
    watchAll(named);
    const state = await readState({ settings, base: await shipped(), named, before: previous.packs, log });
    const isSame =
      state.packs.length === previous.packs.length &&
      state.packs.every((own, index) => own.reading === previous.packs[index]?.reading) &&
      named.every(({ problem }, index) => problem === previous.named[index]?.problem);
    return isSame ? previous : publish(state, false);
  };
  const readAgain = (): Promise<OwnState> => {
    current = (current ?? start()).then((previous) =>
      again(previous).catch((error: unknown) => {
        log.error(`The packs of ${settings.file.toString(true)} cannot be read again: ${String(error)}`);
        return previous;
      }),
    );
    return current;
  };
  const touchAny = (): void => {
    if (!current || isDisposed) return;
    if (timer !== undefined) clearTimeout(timer);
    timer = setTimeout(readAgain, pauseMs);
  };
  const watchAll = (named: readonly NamedFolder[]): void => {
    for (const { uri, problem } of named) {
      if (!isDisposed && problem === undefined && !watchers.has(uri.toString()))
        watchers.set(uri.toString(), watch(uri));
    }
  };
  const watch = (folder: vscode.Uri): vscode.Disposable => {
    // Folders too: where one goes, its files are not told of one by one.
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '**'));
    return vscode.Disposable.from(
      watcher,
      watcher.onDidCreate(touchAny),
      watcher.onDidChange(touchAny),
      watcher.onDidDelete(touchAny),
    );
  };
  return {
    state: () => {
      current ??= start();
      return current;
    },
    readAgain,
    touch(uri) {
      const isOurs = (settings.config.packs ?? []).some((name) =>
        isInside(uri, vscode.Uri.joinPath(settings.folder, name)),
      );
      if (isOurs) touchAny();
    },
    dispose() {
      isDisposed = true;
      if (timer !== undefined) clearTimeout(timer);
      for (const watcher of watchers.values()) watcher.dispose();
    },
  };
}

interface StateOptions {
  readonly settings: WorkspaceSettings;
  readonly base: readonly Pack[];
  readonly named: readonly NamedFolder[];
  readonly before: readonly OwnPack[];
  readonly log: vscode.LogOutputChannel;
}

async function readState({ settings, base, named, before, log }: StateOptions): Promise<OwnState> {
  const readable = named.filter(({ problem }) => problem === undefined);
  const folders = (await Promise.all(readable.map(({ uri }) => packFolders(uri, log)))).flat();
  const packs = await Promise.all(
    folders.map(async (folder): Promise<OwnPack> => {
      const files = await packFiles(folder, log);
      const earlier = before.find((own) => own.folder.toString() === folder.toString());
      if (earlier && isSameText(files, earlier.files)) return earlier;
      const reading = readPackFiles(files);
      return { folder, files, reading, pack: reading.pack ?? earlier?.pack };
    }),
  );
  const library = makeLibrary([...base, ...packs.flatMap(({ pack }) => pack ?? [])]);
  log.info(`Packs of the workspace: ${packs.flatMap(({ pack }) => pack?.id ?? []).join(', ') || 'none'}.`);
  return { settings, named, packs, library };
}

function isSameText(files: readonly PackFile[], before: readonly PackFile[]): boolean {
  return (
    files.length === before.length &&
    files.every(({ path, text }, index) => path === before[index]?.path && text === before[index]?.text)
  );
}
