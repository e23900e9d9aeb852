import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import {
  type EventFile,
  eventFileName,
  eventFileText,
  fold,
  holdsEvent,
  isEventFileName,
  type JournalProblem,
  journalFolder,
  type Occasion,
  type PracticeEvent,
  type Progress,
  readEvents,
} from '@rubricate/core/practice';
import type { Io } from './io.ts';
import { messageOf, shownFrom } from './packs.ts';

/** Where a journal lies: beside the nearest `rubricate.yaml` above a folder, else in the folder itself. */
export function findJournal(cwd: string): string {
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'rubricate.yaml'))) return journalIn(folder);
    if (dirname(folder) === folder) return journalIn(cwd);
  }
}

export function journalIn(folder: string): string {
  return join(folder, ...journalFolder.split('/'));
}

export interface JournalFiles {
  /** Files that could be opened, by name. */
  readonly files: readonly EventFile[];
  /** Files that could not. */
  readonly problems: readonly JournalProblem[];
  /** Drafts that an interruption left behind. Nothing in them is recorded. */
  readonly drafts: readonly string[];
}

/** Opens all files of a journal; a folder that is not there has none. */
export function openJournal(folder: string): JournalFiles {
  const files: EventFile[] = [];
  const problems: JournalProblem[] = [];
  const names = namesIn(folder, problems);
  for (const name of names.filter(isEventFileName)) {
    try {
      files.push({ name, text: readFileSync(join(folder, name), 'utf8') });
    } catch (error) {
      // Removed since it was listed, by a compaction: what it held is in an archive.
      if (codeOf(error) !== 'ENOENT') problems.push({ file: name, message: messageOf(error) });
    }
  }
  return { files, problems, drafts: names.filter((name) => /^\..*\.tmp$/.test(name)) };
}

function namesIn(folder: string, problems: JournalProblem[]): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') problems.push({ file: '.', message: messageOf(error) });
    return [];
  }
}

export interface ReadJournal {
  readonly progress: Progress;
  /** Files that are damaged. They are skipped and stay where they are. */
  readonly problems: readonly JournalProblem[];
}

/** What a journal tells. Never rejects because of what is in a file. */
export function readJournal(folder: string): ReadJournal {
  const first = openJournal(folder);
  const opened = new Set(first.files.map(({ name }) => name));
  // An archive written while the files were opened may hold what was removed before its turn came.
  const isNewer = (name: string): boolean => name.startsWith('archive-') && !opened.has(name);
  const last = namesIn(folder, []).some(isNewer) ? openJournal(folder) : undefined;
  const { events, problems } = readEvents([...first.files, ...(last?.files ?? [])]);
  return { progress: fold(events), problems: distinct([...(last ?? first).problems, ...problems]) };
}

/** Says which files of a journal cannot be read, and where they are. */
export function tellJournal(folder: string, problems: readonly JournalProblem[], io: Io): void {
  for (const { file, message } of problems)
    io.error(`${shownFrom(io.cwd, join(folder, file))}: ${message} It is skipped and stays where it is.\n`);
}

/** A file that was read twice has its problems told once. */
function distinct(problems: readonly JournalProblem[]): readonly JournalProblem[] {
  return [...new Map(problems.map((one) => [`${one.file}\n${one.message}`, one])).values()];
}

/** Makes times, ids and one writer for the events of this process. */
export function makeOccasions(now: () => number = Date.now): () => Occasion {
  const writer = randomId(8);
  return () => ({ id: randomId(16), at: new Date(now()).toISOString(), writer });
}

/** Recorded when this returns. Throws when it could not be written; then there is no trace of it but a hidden draft. */
export function recordEvent(folder: string, event: PracticeEvent): string {
  const name = eventFileName(event);
  const text = eventFileText(event);
  // The name holds a random id: a file that has it already is this event, tried before.
  if (!writeNew(folder, name, text) && !holdsEvent(readFileSync(join(folder, name), 'utf8'), event))
    throw new Error(`Another event has the file name ${name}.`);
  return name;
}

/**
 * Writes a file that must not exist yet, as a whole or not at all: under a hidden name first, on disk, then under its own.
 * False when a file of that name exists, which is then left as it is.
 */
export function writeNew(folder: string, name: string, text: string): boolean {
  mkdirSync(folder, { recursive: true });
  const [file, draft] = [join(folder, name), join(folder, `.${name}.${randomId(4)}.tmp`)];
  try {
    writeFileSync(draft, text, { flag: 'wx' });
    flush(draft, 'r+');
    if (!moveNew(draft, file)) return false;
    flush(folder, 'r');
    return true;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** A second name, unlike a renaming, never takes the place of a file. Where there are no second names, a look must do. */
function moveNew(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST' || existsSync(file)) return false;
    renameSync(draft, file);
    return true;
  }
}

/** What was written survives a power cut, where the file system can promise that. */
function flush(path: string, flags: string): void {
  try {
    const handle = openSync(path, flags);
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // Folders cannot be opened everywhere, and not every file system flushes.
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as { readonly code?: string }).code;
}

function randomId(bytes: number): string {
  return randomBytes(bytes).toString('hex');
}
