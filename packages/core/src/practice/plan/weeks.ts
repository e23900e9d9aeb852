import { daysBetween } from '../outline.ts';
import { addDays, mondayOf } from './dates.ts';

/** The days of one calendar week, Monday to Sunday, that can be used: the first and the last may be cut short. */
export interface WeekSpan {
  readonly start: string;
  /** The last day of it. */
  readonly end: string;
  readonly days: number;
  /** How many hours there are in it. */
  readonly hours: number;
}

export interface WeeksWanted {
  readonly today: string;
  /** The day of the interview itself is not for preparation. Undefined: as many weeks as the hours need. */
  readonly interview: string | undefined;
  readonly hoursAWeek: number;
  /** Hours of tasks that are to be placed. */
  readonly needed: number;
  /** Hours of tasks that were done this week before today. */
  readonly doneThisWeek: number;
}

/** Nobody plans further ahead; a bound for a date that is a slip of the pen. */
const mostWeeks = 520;
const rounding = 1e-9;

/** The weeks from today on. What was done this week leaves the less to do in it. */
export function weeksFrom({ today, interview, hoursAWeek, needed, doneThisWeek }: WeeksWanted): readonly WeekSpan[] {
  const weeks: WeekSpan[] = [];
  let placed = 0;
  for (let start = today; weeks.length < mostWeeks; ) {
    const left = interview === undefined ? 7 : daysBetween(start, interview);
    if (left <= 0 || (interview === undefined && placed >= needed - rounding)) break;
    const days = Math.min(left, 7 - daysBetween(mondayOf(start), start));
    const whole = (hoursAWeek * days) / 7;
    // With no date there is no time to spare: the plan ends when its tasks do.
    const share = interview === undefined ? Math.min(whole, needed - placed) : whole;
    const hours = weeks.length === 0 ? Math.max(0, Math.min(share, hoursAWeek - doneThisWeek)) : share;
    weeks.push({ start, end: addDays(start, days - 1), days, hours });
    placed += hours;
    start = addDays(start, days);
  }
  return weeks;
}
