import { addDays } from './dates.ts';
import { hoursOf, type PlanTask, sharesOf } from './tasks.ts';
import type { WeekSpan } from './weeks.ts';

export interface Place {
  readonly task: PlanTask;
  /** Which of the weeks, from 0. */
  readonly week: number;
  readonly day: string;
}

const rounding = 1e-9;

/**
 * Gives each task a week and a day. The hours of all weeks make one line; each phase has its share of that line and its
 * tasks are spread over the share, but none begins before the one before it ends, nor so late that those after it would
 * have no room. So order holds, and a week is over its hours by no more than the task that ends it. The tasks must fit.
 */
export function placeTasks(
  tasks: readonly PlanTask[],
  all: readonly PlanTask[],
  weeks: readonly WeekSpan[],
): readonly Place[] {
  const line = weeks.reduce((sum, { hours }) => sum + hours, 0);
  const wanted = wantedStarts(tasks, all, line);
  let free = 0;
  let after = hoursOf(tasks);
  return tasks.map((task, index) => {
    const start = Math.min(Math.max(wanted[index] ?? 0, free), line - after);
    free = start + task.hours;
    after -= task.hours;
    return { task, ...placeAt(start, weeks) };
  });
}

/** Where each task would begin if only shares counted. */
function wantedStarts(tasks: readonly PlanTask[], all: readonly PlanTask[], line: number): readonly number[] {
  const starts: number[] = [];
  let begin = 0;
  for (const [phase, share] of sharesOf(tasks, all)) {
    const own = tasks.filter((task) => task.phase === phase);
    const hours = hoursOf(own);
    let before = 0;
    for (const task of own) {
      starts.push(begin + (before / hours) * share * line);
      before += task.hours;
    }
    begin += share * line;
  }
  return starts;
}

function placeAt(start: number, weeks: readonly WeekSpan[]): { readonly week: number; readonly day: string } {
  let begin = 0;
  for (const [week, { start: first, days, hours }] of weeks.entries()) {
    if (start < begin + hours - rounding) {
      const day = Math.floor(((start - begin) / hours) * days + rounding);
      return { week, day: addDays(first, Math.max(0, Math.min(days - 1, day))) };
    }
    begin += hours;
  }
  const last = weeks.length - 1;
  return { week: last, day: weeks[last]?.end ?? '' };
}
