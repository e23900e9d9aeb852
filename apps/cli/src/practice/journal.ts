import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type EventFile,
  fold,
  isEventFileName,
  journalFolder,
  type Progress,
  readEvents,
} from '@rubricate/core/practice';
import { messageOf, shownFrom } from '../packs.ts';
import { decode } from '../source-text.ts';

export interface JournalReading {
  readonly progress: Progress;
  /** Files that could not be read, as `file: message`. They are skipped, and they stay where they are. */
  readonly damaged: readonly string[];
}

/** Reads what was recorded in the workspace of a folder. A journal that is not there yet is an empty one. */
export function readJournal(home: string, cwd: string): JournalReading {
  const folder = join(home, ...journalFolder.split('/'));
  const damaged: string[] = [];
  const files: EventFile[] = [];
  for (const name of namesIn(folder, (message) => damaged.push(`${shownFrom(cwd, folder)}: ${message}`))) {
    try {
      files.push({ name, text: decode(readFileSync(join(folder, name))) });
    } catch (error) {
      damaged.push(`${shownFrom(cwd, join(folder, name))}: ${messageOf(error)}`);
    }
  }
  const { events, problems } = readEvents(files);
  for (const { file, message } of problems) damaged.push(`${shownFrom(cwd, join(folder, file))}: ${message}`);
  return { progress: fold(events), damaged };
}

function namesIn(folder: string, fail: (message: string) => void): readonly string[] {
  try {
    return readdirSync(folder).filter(isEventFileName).sort();
  } catch (error) {
    if ((error as { readonly code?: string }).code !== 'ENOENT') fail(messageOf(error));
    return [];
  }
}
