import type { PracticeEvent } from './events.ts';
import type { Progress } from './fold.ts';

/** Of the events about one thing: the last one, and the latest time that any of them bears. */
export interface Latest {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly time: number;
}

/** What an event is about, where the order of events about it decides; undefined where it does not. */
export function subjectOf(event: PracticeEvent): string | undefined {
  switch (event.kind) {
    case 'attempt-recorded':
      return `attempts ${event.question}`;
    case 'card-answered':
      return `answers ${event.card}`;
    case 'card-suspended':
    case 'card-resumed':
      return `asking ${event.card}`;
    case 'task-ticked':
    case 'task-unticked':
      return `ticks ${event.task}`;
    case 'card-undone':
    case 'card-reported':
    case 'drill-raised':
    case 'drill-closed':
    case 'drill-given-up':
      return undefined;
  }
}

/**
 * A new event, ready to be recorded. Where the clock was set back since, so that it would sort before what its writer knows
 * to have happened earlier, it names the last event about the same thing, and stands behind it from then on.
 */
export function placeEvent<T extends PracticeEvent>(event: T, progress: Progress): T {
  const subject = subjectOf(event);
  const last = subject === undefined ? undefined : progress.latest.get(subject);
  const isBehind = last !== undefined && last.id !== event.id && last.time > Date.parse(event.at);
  return isBehind ? { ...event, after: last.id } : event;
}

/**
 * By time and, for events of the same instant, by id: an order that does not depend on who read what first. An event that
 * names the one it came after stands behind it, whatever the clocks said.
 */
export function inOrder(events: Iterable<PracticeEvent>): readonly PracticeEvent[] {
  const byTime = [...events]
    .map((event) => ({ event, time: Date.parse(event.at) }))
    .sort((a, b) => a.time - b.time || (a.event.id < b.event.id ? -1 : 1))
    .map(({ event }) => event);
  if (byTime.every(({ after }) => after === undefined)) return byTime;
  const all = new Set(byTime.map(({ id }) => id));
  const placed = new Map<string, PracticeEvent>();
  const waiting = new Map<string, PracticeEvent[]>();
  const place = (first: PracticeEvent): void => {
    for (const ready = [first]; ; ) {
      const event = ready.pop();
      if (!event) return;
      placed.set(event.id, event);
      ready.push(...(waiting.get(event.id) ?? []).reverse());
      waiting.delete(event.id);
    }
  };
  for (const event of byTime) {
    const { after } = event;
    // What it came after may be damaged or not yet merged; then its time is all there is.
    if (after === undefined || !all.has(after) || placed.has(after)) place(event);
    else waiting.set(after, [...(waiting.get(after) ?? []), event]);
  }
  // A ring is nobody's honest record; each of it still counts, by its time.
  for (const event of byTime) if (!placed.has(event.id)) place(event);
  return [...placed.values()];
}
