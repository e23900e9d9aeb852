import { ICalCalendar, ICalEventTransparency } from 'ical-generator';
import { addDays } from './dates.ts';
import type { PlannedTask, PrepPlan } from './plan.ts';

export interface CalendarOptions {
  /** When it is made, in UTC: every event carries it, so the same plan at the same instant gives the same bytes. */
  readonly stamp: string;
  /** What the day of the interview is called. */
  readonly interviewTitle: string;
}

/**
 * The plan as an iCalendar file (RFC 5545): each task an all-day event on its day, and the interview. A task keeps its UID,
 * so that a later export moves the event instead of adding one.
 */
export function planCalendar(plan: PrepPlan, { stamp, interviewTitle }: CalendarOptions): string {
  const calendar = new ICalCalendar({
    name: plan.title,
    prodId: { company: 'Rubricate', product: 'Prep plan', language: 'EN' },
  });
  const add = (id: string, day: string, summary: string, description?: string): void => {
    calendar.createEvent({
      id: `${id}@rubricate`,
      stamp: new Date(stamp),
      start: new Date(`${day}T00:00:00Z`),
      end: new Date(`${addDays(day, 1)}T00:00:00Z`),
      allDay: true,
      transparency: ICalEventTransparency.TRANSPARENT,
      summary,
      ...(description === undefined ? {} : { description }),
    });
  };
  const tasks = [...plan.earlier, ...plan.weeks.flatMap((week) => week.tasks)];
  for (const { task, done, day } of [...tasks].sort(byDay)) {
    const lines = [`${task.phase.title} · ${task.hours} h`, ...(task.question === undefined ? [] : [task.question])];
    add(task.key.replace('/', '.'), day, done ? `✓ ${task.text}` : task.text, lines.join('\n'));
  }
  if (plan.interview !== undefined) add('interview', plan.interview, interviewTitle);
  return `${calendar.toString()}\r\n`;
}

function byDay(a: PlannedTask, b: PlannedTask): number {
  return a.day < b.day ? -1 : a.day > b.day ? 1 : 0;
}
