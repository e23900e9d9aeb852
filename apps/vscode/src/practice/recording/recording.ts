import type * as vscode from 'vscode';
import type { Services } from '../../services.ts';
import type { Journal, JournalReading } from '../journal.ts';
import type { DamagedFile } from '../journal-folder.ts';
import type { Moved } from './move-journal.ts';

/** What the part is given by the rest of the extension. */
export interface RecordingHost {
  readonly services: Services;
  readonly journal: Journal;
  /** Where it is kept that the user does not want to be asked. */
  readonly memory: vscode.Memento;
}

/** What of the journal is seldom wanted: a bundle of its own, loaded when an attempt is recorded or a file is out of place. */
export interface Recording {
  /** Records the active answer, or the one that is handed over; gives the file of the event. */
  recordAttempt(asked: unknown): Promise<vscode.Uri | undefined>;
  tellOfDamaged(fresh: readonly DamagedFile[]): Promise<void>;
  /** Says what is recorded and which files cannot be read. */
  showJournal(reading: JournalReading): Promise<void>;
  offerToMove(): Promise<void>;
  move(): Promise<Moved | undefined>;
}

/** What the bundle exports. */
export interface RecordingPart {
  createRecording(host: RecordingHost): Recording;
}
