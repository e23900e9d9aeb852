import { join } from 'node:path';
import type { Progress } from '@rubricate/core/practice';
import { journalIn, readJournal as readFolder } from '../journal.ts';
import { shownFrom } from '../packs.ts';

export interface JournalReading {
  readonly progress: Progress;
  /** Files that could not be read, as `file: message`. They are skipped, and they stay where they are. */
  readonly damaged: readonly string[];
}

/** Reads what was recorded in the workspace of a folder. A journal that is not there yet is an empty one. */
export function readJournal(home: string, cwd: string): JournalReading {
  const folder = journalIn(home);
  const { progress, problems } = readFolder(folder);
  return {
    progress,
    damaged: problems.map(({ file, message }) => `${shownFrom(cwd, join(folder, file))}: ${message}`),
  };
}
