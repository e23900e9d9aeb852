import {
  eventFileName,
  eventFileText,
  holdsEvent,
  isEventFileName,
  type PracticeEvent,
  readEvents,
} from '@rubricate/core/practice';
import * as vscode from 'vscode';
import type { JournalCopy } from './journal-copy.ts';
import { readText, writeNew } from './write-new.ts';

/** A file of a journal that could not be read. It is skipped, and never deleted. */
export interface DamagedFile {
  readonly file: vscode.Uri;
  readonly message: string;
}

export interface FolderReading {
  readonly events: readonly PracticeEvent[];
  readonly damaged: readonly DamagedFile[];
}

/** One folder of events, one file each. */
export interface JournalFolder {
  readonly uri: vscode.Uri;
  /**
   * All events. Files do not change once they are written, so only those that are new are opened; and the folder is listed
   * once, since whoever adds or removes a file says so. With ten thousand files that is what keeps an event cheap. What the
   * first reading takes from the copy, `check` compares with the files.
   */
  read(): Promise<FolderReading>;
  /**
   * Opens the files of what was taken from the copy, little by little. True when one of them says something else, which the
   * next reading tells. Never rejects.
   */
  check(): Promise<boolean>;
  /** Ends a check that is under way. */
  close(): void;
  /** The folder is listed again at the next reading: it may have changed and nobody said so. */
  distrust(): void;
  /** The event is recorded when this resolves. Rejects when it could not be written; then there is no trace of it. */
  write(event: PracticeEvent): Promise<vscode.Uri>;
  /** A file was added. False for one that is known: what this window writes comes back through the watcher. */
  added(file: vscode.Uri): boolean;
  /** A file was changed from outside: read it again. */
  forget(file: vscode.Uri): void;
  removed(file: vscode.Uri): void;
}

/** Files opened at the same time; enough to hide the way to a remote file system and not to flood it. */
const together = 32;

/** So many files are opened in a moment; a copy is worth its room only beyond them. */
const worthCopying = 200;

/** While the copy is checked, others want to read files too. */
const checkPauseMs = 100;

/** The folder at an address, with its copy if one may be kept. */
export function journalFolder(uri: vscode.Uri, copy?: JournalCopy): JournalFolder {
  /** By file. */
  const known = new Map<string, readonly PracticeEvent[]>();
  let names: Set<string> | undefined;
  /** What was added while the folder is listed, which the list may not have. */
  let meanwhile = new Set<string>();
  let isTrusted = false;
  /** Taken from the copy, and not yet compared with its file. */
  const unchecked = new Set<string>();
  /** What the copy knows is taken over once, before any file is opened. True where it is to be written anew. */
  let takingOver: Promise<boolean> | undefined;
  let isClosed = false;
  const add = (name: string): void => {
    names?.add(name);
    meanwhile.add(name);
  };
  /** Reads a file, and keeps what is in it if it is sound: one that is damaged is read and reported each time. */
  const readOne = async (name: string, damaged: DamagedFile[]): Promise<readonly PracticeEvent[]> => {
    const file = vscode.Uri.joinPath(uri, name);
    try {
      const { events, problems } = readEvents([{ name, text: await readText(file) }]);
      for (const { message } of problems) damaged.push({ file, message });
      if (problems.length === 0) known.set(name, events);
      return events;
    } catch (error) {
      // Deleted since it was listed: then it is no file of this journal.
      if (isMissing(error)) {
        names?.delete(name);
        return [];
      }
      damaged.push({ file, message: error instanceof Error ? error.message : String(error) });
      return [];
    }
  };
  const takeOver = async (listed: ReadonlySet<string>): Promise<boolean> => {
    if (!copy) return false;
    if (listed.size < worthCopying) {
      await copy.forget();
      return false;
    }
    const copied = await copy.read();
    for (const [name, event] of copied) {
      if (!listed.has(name) || known.has(name)) continue;
      known.set(name, [event]);
      unchecked.add(name);
    }
    // It must not outlive what somebody deleted.
    return [...copied.keys()].some((name) => !listed.has(name));
  };
  const keepCopy = (): Promise<void> | undefined =>
    copy?.write(
      [...known].flatMap(([name, events]) => events.filter((event) => eventFileName(event) === name).slice(0, 1)),
    );
  return {
    uri,
    distrust() {
      isTrusted = false;
    },
    async read() {
      if (!names || !isTrusted) {
        isTrusted = true;
        meanwhile = new Set();
        const listed = await list(uri).catch((error: unknown) => {
          isTrusted = false;
          throw error;
        });
        names = new Set([...listed.filter(isEventFileName), ...meanwhile]);
      }
      const damaged: DamagedFile[] = [];
      takingOver ??= takeOver(names);
      const isStale = await takingOver;
      const fresh = [...names].filter((name) => !known.has(name));
      const unsound: PracticeEvent[] = [];
      for (let start = 0; start < fresh.length; start += together) {
        const read = fresh.slice(start, start + together).map((name) => readOne(name, damaged));
        const found = await Promise.all(read);
        // What is sound is kept by then; of the rest, what can be read counts.
        for (const [index, events] of found.entries())
          if (!known.has(fresh[start + index] ?? '')) unsound.push(...events);
      }
      if (isStale || fresh.filter((name) => known.has(name)).length >= worthCopying) {
        takingOver = Promise.resolve(false);
        void keepCopy();
      }
      const events = [...names].flatMap((name) => known.get(name) ?? []);
      return {
        events: unsound.length === 0 ? events : [...events, ...unsound],
        damaged: damaged.sort((a, b) => (a.file.path < b.file.path ? -1 : 1)),
      };
    },
    async check() {
      let differs = false;
      const checkOne = async (name: string): Promise<void> => {
        unchecked.delete(name);
        const [event] = known.get(name) ?? [];
        const text = await readText(vscode.Uri.joinPath(uri, name)).catch(() => '');
        if (!event || holdsEvent(text, event)) return;
        known.delete(name);
        differs = true;
      };
      while (unchecked.size > 0 && !isClosed) {
        await Promise.all([...unchecked].slice(0, together).map(checkOne));
        await new Promise((resolve) => setTimeout(resolve, checkPauseMs));
      }
      if (differs) await copy?.forget();
      return differs;
    },
    close() {
      isClosed = true;
    },
    async write(event) {
      const name = eventFileName(event);
      const file = vscode.Uri.joinPath(uri, name);
      const text = eventFileText(event);
      await vscode.workspace.fs.createDirectory(uri);
      const isNew = await writeNew(file, text);
      // The name holds a random id: a file that has it already is this event, tried before.
      if (!isNew && !holdsEvent(await readText(file), event)) {
        throw new Error(vscode.l10n.t('Another event has the file name {0}.', name));
      }
      known.set(name, [event]);
      add(name);
      return file;
    },
    added(file) {
      const name = nameOf(file);
      if (known.has(name) || !isEventFileName(name)) return false;
      add(name);
      return true;
    },
    forget(file) {
      known.delete(nameOf(file));
      unchecked.delete(nameOf(file));
      if (isEventFileName(nameOf(file))) add(nameOf(file));
    },
    removed(file) {
      known.delete(nameOf(file));
      unchecked.delete(nameOf(file));
      names?.delete(nameOf(file));
    },
  };
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

async function list(folder: vscode.Uri): Promise<readonly string[]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries.filter(([, type]) => type !== vscode.FileType.Directory).map(([name]) => name);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}
