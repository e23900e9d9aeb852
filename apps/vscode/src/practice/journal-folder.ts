import {
  eventFileName,
  eventFileText,
  isEventFileName,
  type PracticeEvent,
  readEvents,
} from '@rubricate/core/practice';
import * as vscode from 'vscode';
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
  /** All events. Files do not change once they are written, so only those that are new are opened. */
  read(): Promise<FolderReading>;
  /** The event is recorded when this resolves. Rejects when it could not be written; then there is no trace of it. */
  write(event: PracticeEvent): Promise<vscode.Uri>;
  /** A file was changed from outside: read it again. */
  forget(file: vscode.Uri): void;
}

/** Files opened at the same time; enough to hide the way to a remote file system and not to flood it. */
const together = 32;

export function journalFolder(uri: vscode.Uri): JournalFolder {
  /** By file; an archive holds many. */
  const known = new Map<string, readonly PracticeEvent[]>();
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
      if (isMissing(error)) return [];
      damaged.push({ file, message: error instanceof Error ? error.message : String(error) });
      return [];
    }
  };
  return {
    uri,
    async read() {
      const names = (await list(uri)).filter(isEventFileName);
      const damaged: DamagedFile[] = [];
      const events = names.flatMap((name) => known.get(name) ?? []);
      const fresh = names.filter((name) => !known.has(name));
      for (let start = 0; start < fresh.length; start += together) {
        const read = fresh.slice(start, start + together).map((name) => readOne(name, damaged));
        events.push(...(await Promise.all(read)).flat());
      }
      return { events, damaged: damaged.sort((a, b) => (a.file.path < b.file.path ? -1 : 1)) };
    },
    async write(event) {
      const name = eventFileName(event);
      const file = vscode.Uri.joinPath(uri, name);
      const text = eventFileText(event);
      await vscode.workspace.fs.createDirectory(uri);
      const isNew = await writeNew(file, text);
      // The name holds a random id: a file that has it already is this event, tried before.
      if (!isNew && (await readText(file)) !== text) {
        throw new Error(vscode.l10n.t('Another event has the file name {0}.', name));
      }
      known.set(name, [event]);
      return file;
    },
    forget: (file) => void known.delete(file.path.slice(file.path.lastIndexOf('/') + 1)),
  };
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
