import { check } from '../model/index.ts';
import { eventKinds, eventVersion, type PracticeEvent, practiceEvent } from './events.ts';

/** Where the events of a workspace lie, from the folder that holds `rubricate.yaml`. */
export const journalFolder = '.rubricate/journal';

export interface EventFile {
  readonly name: string;
  readonly text: string;
}

export interface JournalProblem {
  readonly file: string;
  readonly message: string;
}

export interface JournalReading {
  readonly events: readonly PracticeEvent[];
  /** Files that could not be read. They are skipped, and they stay where they are. */
  readonly problems: readonly JournalProblem[];
}

/** `20261121T084302123Z-<writer>-<id>.json`: sorts by time, and no two writers ever mean the same file. */
export function eventFileName({ at, writer, id }: PracticeEvent): string {
  return `${at.replace(/[-:.]/g, '')}-${writer}-${id}.json`;
}

/** Whether a name in the journal's folder is one of an event; what else lies there is left alone. */
export function isEventFileName(name: string): boolean {
  return /^[^.].*\.json$/.test(name);
}

/** The text of an event's file: one key a line, so that a person can read it. */
export function eventFileText(event: PracticeEvent): string {
  return `${JSON.stringify(event, undefined, 2)}\n`;
}

/** Reads the files of a journal. Never throws: a file that is damaged is a problem with its name, and the others count. */
export function readEvents(files: Iterable<EventFile>): JournalReading {
  const events: PracticeEvent[] = [];
  const problems: JournalProblem[] = [];
  for (const { name, text } of files) {
    const reading = readEvent(text);
    if (reading.ok) events.push(reading.event);
    else problems.push({ file: name, message: reading.message });
  }
  return { events, problems };
}

type EventReading =
  | { readonly ok: true; readonly event: PracticeEvent }
  | { readonly ok: false; readonly message: string };

function readEvent(text: string): EventReading {
  if (text.trim() === '') return damaged('The file is empty.');
  let data: unknown;
  try {
    data = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch {
    return damaged('This is not JSON; the file may have been cut off or edited.');
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return damaged('This is not an event.');
  const { v, kind } = data as { readonly v?: unknown; readonly kind?: unknown };
  if (typeof v === 'number' && v > eventVersion) {
    return damaged(
      `A later version of Rubricate wrote this (event version ${v}); this one reads up to ${eventVersion}.`,
    );
  }
  if (typeof kind === 'string' && !(eventKinds as readonly string[]).includes(kind)) {
    return damaged(`This version of Rubricate does not know events of the kind "${kind.slice(0, 60)}".`);
  }
  const checked = check(practiceEvent, data);
  if (checked.ok) return { ok: true, event: checked.value };
  const [first] = checked.problems;
  const place = first && first.path.length > 0 ? `${first.path.join('.')}: ` : '';
  return damaged(`${place}${first?.message ?? 'This is not an event.'}`);
}

function damaged(message: string): EventReading {
  return { ok: false, message };
}
