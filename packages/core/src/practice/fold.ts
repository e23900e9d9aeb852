import { canonical } from './canonical.ts';
import { inOrder, type Latest, subjectOf } from './event-order.ts';
import type {
  AttemptRecorded,
  CardAnswered,
  CardReported,
  DrillClosed,
  DrillRaised,
  PracticeEvent,
  TaskTicked,
} from './events.ts';

/** What a person has done, as the events tell it. */
export interface Progress {
  /** By question, oldest first. */
  readonly attempts: ReadonlyMap<string, readonly AttemptRecorded[]>;
  /** By card (`<pack>/<card>`), oldest first; without those that were undone. */
  readonly answers: ReadonlyMap<string, readonly CardAnswered[]>;
  /** Cards that are not wanted now: of suspending and resuming, the last one counts. */
  readonly suspended: ReadonlySet<string>;
  /** By card, oldest first. */
  readonly reports: ReadonlyMap<string, readonly CardReported[]>;
  /** By task (`<pack>/<task>`), those that are ticked now: of ticks and unticks, the last one counts. */
  readonly ticks: ReadonlyMap<string, TaskTicked>;
  /** Failures injected into answers, oldest first. */
  readonly drills: readonly DrillRecord[];
  /** By what events are about: what a new one about the same thing comes after. */
  readonly latest: ReadonlyMap<string, Latest>;
  /** How many different events there are. */
  readonly events: number;
  /** Ids under which events with different content were found; one of each counts, always the same. */
  readonly conflicts: readonly string[];
}

/** What became of a failure. One that the text has answered once is closed, whatever else was recorded of it. */
export interface DrillRecord {
  readonly raised: DrillRaised;
  readonly state: 'open' | 'closed' | 'given-up';
  readonly closed: DrillClosed | undefined;
}

/**
 * Folds events into progress. Pure; the same set of events gives the same progress in whatever order and however often
 * each comes, so that journals of two windows or branches simply add up.
 */
export function fold(events: Iterable<PracticeEvent>): Progress {
  const { unique, conflicts } = byId(events);
  const attempts = new Map<string, AttemptRecorded[]>();
  const answers = new Map<string, CardAnswered[]>();
  const suspended = new Set<string>();
  const reports = new Map<string, CardReported[]>();
  const ticks = new Map<string, TaskTicked>();
  const raised: DrillRaised[] = [];
  const closed = new Map<string, DrillClosed>();
  const givenUp = new Set<string>();
  // An undoing counts wherever it stands: clocks of two machines may put it before what it undoes.
  const undone = new Set([...unique.values()].flatMap((one) => (one.kind === 'card-undone' ? [one.event] : [])));
  const latest = new Map<string, Latest>();
  for (const event of inOrder(unique.values())) {
    const subject = subjectOf(event);
    if (subject !== undefined) {
      const time = Math.max(latest.get(subject)?.time ?? Number.NEGATIVE_INFINITY, Date.parse(event.at));
      latest.set(subject, { id: event.id, time });
    }
    switch (event.kind) {
      case 'attempt-recorded':
        add(attempts, event.question, event);
        break;
      case 'card-answered':
        if (!undone.has(event.id)) add(answers, event.card, event);
        break;
      case 'card-suspended':
        suspended.add(event.card);
        break;
      case 'card-resumed':
        suspended.delete(event.card);
        break;
      case 'card-reported':
        add(reports, event.card, event);
        break;
      case 'card-undone':
        break;
      case 'task-ticked':
        ticks.set(event.task, event);
        break;
      case 'task-unticked':
        ticks.delete(event.task);
        break;
      case 'drill-raised':
        raised.push(event);
        break;
      case 'drill-closed':
        if (!closed.has(event.event)) closed.set(event.event, event);
        break;
      case 'drill-given-up':
        givenUp.add(event.event);
        break;
    }
  }
  const drills = raised.map((event): DrillRecord => {
    const close = closed.get(event.id);
    return { raised: event, closed: close, state: close ? 'closed' : givenUp.has(event.id) ? 'given-up' : 'open' };
  });
  return { attempts, answers, suspended, reports, ticks, drills, latest, events: unique.size, conflicts };
}

export const noProgress: Progress = fold([]);

interface Distinct {
  readonly unique: ReadonlyMap<string, PracticeEvent>;
  readonly conflicts: readonly string[];
}

function byId(events: Iterable<PracticeEvent>): Distinct {
  const unique = new Map<string, PracticeEvent>();
  const conflicts = new Set<string>();
  for (const event of events) {
    const known = unique.get(event.id);
    if (!known) {
      unique.set(event.id, event);
      continue;
    }
    const [mine, theirs] = [canonical(event), canonical(known)];
    if (mine === theirs) continue;
    conflicts.add(event.id);
    if (mine < theirs) unique.set(event.id, event);
  }
  return { unique, conflicts: [...conflicts].sort() };
}

function add<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
