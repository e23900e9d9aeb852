import { archiveText, eventFileName, type PracticeEvent, readEvents } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { readText, writeWhole } from './write-new.ts';

/**
 * What the files of a journal's folder hold, once more, in one file of the extension's own storage. Opening ten thousand files
 * takes seconds, opening this one a moment. It is only ever a copy: the files decide, and whoever uses it checks it against them.
 */
export interface JournalCopy {
  /** By the name of the event's file. Empty where there is no copy, or none that can be read. */
  read(): Promise<ReadonlyMap<string, PracticeEvent>>;
  /** Keeps these in place of what was kept. Never rejects: without a copy everything is only slower. */
  write(events: Iterable<PracticeEvent>): Promise<void>;
  /** There is no copy after this. Never rejects. */
  forget(): Promise<void>;
}

/** The copy of a folder, among those of others in `storage`. */
export function journalCopy(storage: vscode.Uri, folder: vscode.Uri): JournalCopy {
  const address = folder.toString();
  const fileOf = async (): Promise<vscode.Uri> => vscode.Uri.joinPath(storage, `${await digest(address)}.journal`);
  return {
    async read() {
      try {
        const text = await readText(await fileOf());
        const end = text.indexOf('\n');
        if (text.slice(0, end) !== address) return new Map();
        const { events } = readEvents([{ name: address, text: text.slice(end + 1) }]);
        return new Map(events.map((event) => [eventFileName(event), event]));
      } catch {
        return new Map();
      }
    },
    async write(events) {
      try {
        const file = await fileOf();
        await vscode.workspace.fs.createDirectory(storage);
        await writeWhole(file, `${address}\n${archiveText(events)}`, { overwrite: true });
      } catch {
        await this.forget();
      }
    },
    async forget() {
      try {
        await vscode.workspace.fs.delete(await fileOf());
      } catch {
        // There was none.
      }
    },
  };
}

/** A file name for a text of any length. */
async function digest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return [...bytes.slice(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
