import { resolve } from 'node:path';
import { planCalendar } from '@rubricate/core/practice';
import { exitCodes } from '../io.ts';
import { messageOf } from '../packs.ts';
import type { Printing } from '../print.ts';
import { makeStyle } from '../terminal/style.ts';
import { writeOwn } from '../write-own.ts';
import { planReport } from './plan-report.ts';
import { planLines } from './plan-text.ts';
import { type PlanAsked, planFor, practiceSetting } from './setting.ts';

export interface PlanFlags extends PlanAsked {
  readonly today?: string;
  readonly ics?: string;
  readonly format: 'text' | 'json';
}

/** `rubricate plan`: the weeks until the interview, or a calendar of them. */
export async function printPlan(flags: PlanFlags, printing: Printing): Promise<number> {
  const { io, width, color } = printing;
  const setting = practiceSetting(flags.today, printing);
  if (!setting) return exitCodes.trouble;
  const { target } = setting;
  const plan = planFor(setting, flags);
  if (!plan) {
    io.error(`rubricate: ${target.pack.id} has no prep plan, and no pack that it builds on has one.\n`);
    return exitCodes.trouble;
  }
  const { background } = plan;
  if (background && !background.known) {
    const guess = background.nearest ? ` Did you mean "${background.nearest}"?` : '';
    const names = background.names.length > 0 ? background.names.join(', ') : 'none';
    io.error(`rubricate: no background is named "${background.name}".${guess} There are: ${names}.\n`);
  }
  const isFine = !setting.troubled && background?.known !== false;
  const code = isFine ? exitCodes.reviewed : exitCodes.trouble;
  if (flags.ics === undefined) {
    const text =
      flags.format === 'json'
        ? JSON.stringify(planReport(plan, target), undefined, 2)
        : planLines(plan, target, setting.packs, { style: makeStyle(color), width }).join('\n');
    await io.out(`${text}\n`);
    return code;
  }
  // The stamp is the day's, so that the same plan gives the same file all day long.
  const stamp = `${plan.today}T00:00:00.000Z`;
  const text = planCalendar(plan, { stamp, interviewTitle: `Interview: ${target.pack.title}` });
  if (flags.ics === '-') {
    await io.out(text);
    return code;
  }
  const problem = writeCalendar(resolve(io.cwd, flags.ics), text);
  if (problem !== undefined) {
    io.error(`rubricate: ${flags.ics} ${problem}\n`);
    return exitCodes.trouble;
  }
  const events = text.match(/^BEGIN:VEVENT/gm)?.length ?? 0;
  await io.out(`Wrote ${events} events to ${flags.ics}.\n`);
  return code;
}

/** Writes a calendar over an earlier one and over nothing else; in words why it could not. */
function writeCalendar(file: string, text: string): string | undefined {
  try {
    return writeOwn(file, text, (before) => before.startsWith('BEGIN:VCALENDAR'))
      ? undefined
      : 'is there and is no calendar, so it was left as it is. Choose another name.';
  } catch (error) {
    return `could not be written: ${messageOf(error)}`;
  }
}
