import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { archiveFileName, archiveOf, type JournalProblem, type Occasion, readEvents } from '@rubricate/core/practice';
import { openJournal, writeNew } from './journal.ts';

export interface Compaction {
  /** The archive that was written; undefined where there was nothing to gather. */
  readonly archive: string | undefined;
  readonly events: number;
  /** How many files were removed, because the archive holds what they held. */
  readonly removed: number;
  readonly problems: readonly JournalProblem[];
}

/**
 * Gathers the events of a journal in one file and then removes the files it holds. It may be cut short at any place and run
 * beside others: events count once, however many files hold them, and a file goes only when the archive is there and read
 * back. A damaged file stays.
 */
export function compactJournal(folder: string, occasion: Occasion): Compaction {
  const { files, problems } = openJournal(folder);
  const { text, files: held, events } = archiveOf(files);
  const damaged = [...problems, ...readEvents(files).problems];
  if (held.length < 2) return { archive: undefined, events, removed: 0, problems: damaged };
  const archive = archiveFileName(occasion);
  if (!writeNew(folder, archive, text)) throw new Error(`Another archive has the file name ${archive}.`);
  if (readFileSync(join(folder, archive), 'utf8') !== text)
    throw new Error(`${archive} does not hold what was written to it. Nothing was removed.`);
  for (const name of held) rmSync(join(folder, name), { force: true });
  return { archive, events, removed: held.length, problems: damaged };
}
