import type { Occasion } from '../attempt.ts';
import { eventVersion, type PracticeEvent } from '../events.ts';

/** The event of a task, by its key, that was done or was not done after all. */
export function tickOf(task: string, done: boolean, occasion: Occasion): PracticeEvent {
  return { v: eventVersion, kind: done ? 'task-ticked' : 'task-unticked', ...occasion, task };
}
