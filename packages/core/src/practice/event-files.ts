import { check } from '../model/index.ts';
import type { Occasion } from './attempt.ts';
import { canonical } from './canonical.ts';
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

/** Whether a file's text holds this event, whatever place it was given among others. */
export function holdsEvent(text: string, event: PracticeEvent): boolean {
  const plain = ({ after: _, ...rest }: PracticeEvent): string => canonical(rest);
  return readFile(text).some((reading) => reading.ok && plain(reading.event) === plain(event));
}

/** A file that holds many events, made when a journal is compacted. */
const archiveKind = 'archive';

/** `archive-20261121T084302123Z-<writer>-<id>.json`. */
export function archiveFileName({ at, writer, id }: Occasion): string {
  return `archive-${at.replace(/[-:.]/g, '')}-${writer}-${id}.json`;
}

export interface Archive {
  readonly text: string;
  readonly events: number;
  /** The files of which the archive holds everything. Any other is damaged, in part at least, and must stay. */
  readonly files: readonly string[];
}

/**
 * Gathers what files of a journal hold, archives among them: each event once, as it was written, with keys that only a
 * later version knows. Two events that differ under one id are both kept.
 */
export function archiveOf(files: Iterable<EventFile>): Archive {
  const kept = new Map<string, number>();
  const held: string[] = [];
  for (const { name, text } of files) {
    const readings = readFile(text);
    for (const one of readings) if (one.ok) kept.set(canonical(one.data), Date.parse(one.event.at));
    if (readings.every(({ ok }) => ok)) held.push(name);
  }
  const events = [...kept].sort(([a, one], [b, other]) => one - other || (a < b ? -1 : 1));
  const lines = events.map(([event]) => `  ${event}`);
  return {
    // One event a line, so that a difference between two archives can be read.
    text: `{"v": ${eventVersion}, "kind": "${archiveKind}", "events": [\n${lines.join(',\n')}\n]}\n`,
    events: events.length,
    files: held,
  };
}

/** Events as the text of an archive, to be read again by `readEvents`. For a copy: what they were read from may say more than they do. */
export function archiveText(events: Iterable<PracticeEvent>): string {
  return JSON.stringify({ v: eventVersion, kind: archiveKind, events: [...events] });
}

/** Reads the files of a journal. Never throws: a file that is damaged is a problem with its name, and the others count. */
export function readEvents(files: Iterable<EventFile>): JournalReading {
  const events: PracticeEvent[] = [];
  const problems: JournalProblem[] = [];
  for (const { name, text } of files) {
    for (const reading of readFile(text)) {
      if (reading.ok) events.push(reading.event);
      else problems.push({ file: name, message: reading.message });
    }
  }
  return { events, problems };
}

type EventReading =
  | { readonly ok: true; readonly event: PracticeEvent; readonly data: unknown }
  | { readonly ok: false; readonly message: string };

/** What is in a file: one event or, in an archive, many. */
function readFile(text: string): readonly EventReading[] {
  if (text.trim() === '') return [damaged('The file is empty.')];
  let data: unknown;
  try {
    data = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch {
    return [damaged('This is not JSON; the file may have been cut off or edited.')];
  }
  const { v, kind, events } = (isRecord(data) ? data : {}) as Readonly<Record<string, unknown>>;
  if (kind !== archiveKind || v !== eventVersion) return [readEvent(data)];
  if (!Array.isArray(events)) return [damaged('events: expected a list of events')];
  return events.map((one, index) => {
    const reading = readEvent(one);
    return reading.ok ? reading : damaged(`events.${index}: ${reading.message}`);
  });
}

function readEvent(data: unknown): EventReading {
  if (!isRecord(data)) return damaged('This is not an event.');
  const { v, kind } = data;
  if (typeof v === 'number' && v > eventVersion) {
    return damaged(
      `A later version of Rubricate wrote this (event version ${v}); this one reads up to ${eventVersion}.`,
    );
  }
  if (typeof kind === 'string' && !(eventKinds as readonly string[]).includes(kind)) {
    return damaged(`This version of Rubricate does not know events of the kind "${kind.slice(0, 60)}".`);
  }
  const checked = check(practiceEvent, data);
  if (checked.ok) return { ok: true, event: checked.value, data };
  const [first] = checked.problems;
  const place = first && first.path.length > 0 ? `${first.path.join('.')}: ` : '';
  return damaged(`${place}${first?.message ?? 'This is not an event.'}`);
}

function isRecord(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function damaged(message: string): EventReading {
  return { ok: false, message };
}
