import type { Pack } from '@rubricate/core/model';
import {
  type BackgroundReading,
  type Claim,
  type ClaimedFact,
  type DroppedTask,
  type DropReason,
  factsBehind,
  type PlannedTask,
  type PlanTask,
  type PlanWeek,
  type PracticeTarget,
  type PrepPlan,
} from '@rubricate/core/practice';
import type { Style } from '../terminal/style.ts';
import { oneLine, widthOf } from '../terminal/width.ts';
import { hang, wrap } from '../terminal/wrap.ts';
import { claimText, daysText } from './setting.ts';

export interface Look {
  readonly style: Style;
  readonly width: number;
}

/** The plan to be read. */
export function planLines(
  plan: PrepPlan,
  { pack, level }: PracticeTarget,
  packs: readonly Pack[],
  look: Look,
): readonly string[] {
  const { style, width } = look;
  const { done, all } = plan.tasks;
  const facts = [
    daysText(plan.days, plan.interview),
    `${number(plan.hoursAWeek)} hours a week${hoursNote[plan.hoursFrom]}`,
    `${done} of ${all} tasks done`,
  ];
  return [
    ...wrap(oneLine(`${pack.title} · ${level.id}`), width).map(style.strong),
    ...wrap(oneLine(plan.title), width),
    ...wrap(facts.join(' · '), width).map(style.quiet),
    '',
    ...wrap(timeText(plan), width),
    ...(plan.background?.known
      ? [
          ...backgroundLines(plan.background, look),
          ...accountLines(factsBehind(pack, plan.background.background, packs), look),
        ]
      : []),
    ...(plan.earlier.length > 0
      ? ['', heading('Done before this week', look), ...plan.earlier.flatMap((task) => taskLines(task, look))]
      : []),
    ...plan.weeks.flatMap((week, index) => weekLines(week, index, look)),
    ...(plan.dropped.length > 0 ? droppedLines(plan, look) : []),
  ];
}

const hoursNote: Readonly<Record<PrepPlan['hoursFrom'], string>> = {
  asked: '',
  background: ' (as the plan counts for your background)',
  usual: ' (assumed; set hoursAWeek in rubricate.yaml)',
};

/** Whether the time is enough, and what follows from that. */
function timeText({ days, hours, dropped, tasks }: PrepPlan): string {
  if (tasks.done === tasks.all) return 'Every task is done.';
  if (days !== undefined && days <= 0) return `No days are left to plan; ${count(dropped.length, 'task')} stayed open.`;
  const needed = `The open tasks take ${number(hours.needed)} h`;
  if (days === undefined) return `${needed}. With no date, a week follows the other until they are done.`;
  const there = `there are ${number(hours.available)} h`;
  if (dropped.length > 0)
    return `${needed}, and ${there}: too little. ${count(dropped.length, 'task is', 'tasks are')} left out, listed at the end with the reason.`;
  const spare = hours.available - hours.needed;
  if (spare < 1) return `${needed}, and ${there}: just enough.`;
  return `${needed}, and ${there}. What a week has free is for rehearsal: an answer again, aloud and timed.`;
}

function backgroundLines(
  { background, claim, hours, have, verdict }: BackgroundReading,
  look: Look,
): readonly string[] {
  const { weeks, hoursAWeek } = background;
  const range = hours
    ? `${span(weeks)} weeks at ${number(hoursAWeek ?? 0)} h, ${span(hours)} h in all`
    : `${span(weeks)} weeks; the source gives no hours`;
  const there = have
    ? ` You have ${number(have.weeks)} weeks${hours ? ` and ${number(have.hours)} h` : ''}, what is done counted: ${verdictText[verdict ?? 'within']}.`
    : '';
  return [
    ...hang('', oneLine(`${background.title}: ${range}.${there}`), look.width),
    ...hang('  ', oneLine(claimText(claim)), look.width, look.style.quiet),
  ];
}

/** Where accounts differ, each is told with its source. */
function accountLines(facts: readonly ClaimedFact[], { style, width }: Look): readonly string[] {
  const told = new Map<string, Claim>();
  for (const { fact, claim, against } of facts.filter((one) => one.against.length > 0)) {
    told.set(fact.text, claim);
    for (const other of against) told.set(other.fact.text, other.claim);
  }
  return [...told].flatMap(([text, claim]) => [
    ...hang('  - ', oneLine(text), width),
    ...hang('    ', oneLine(claimText(claim)), width, style.quiet),
  ]);
}

const verdictText = { less: 'less than that', within: 'within that', more: 'more than that' } as const;

function weekLines(week: PlanWeek, index: number, look: Look): readonly string[] {
  const { start, end, hours, free, tasks, phases } = week;
  const title = `${index === 0 ? 'This week' : `Week ${index + 1}`} · ${start === end ? start : `${start} to ${end}`} · ${number(hours)} h`;
  const rest = free >= 0.5 ? `${number(free)} h free` : '';
  const below = [phases.map((phase) => phase.title).join('; '), rest].filter(Boolean).join(' · ');
  return [
    '',
    heading(title, look),
    ...hang('', oneLine(below), look.width, look.style.quiet),
    ...tasks.flatMap((task) => taskLines(task, look)),
  ];
}

function taskLines({ task, done }: PlannedTask, look: Look): readonly string[] {
  return [
    ...hang(done ? '[x] ' : '[ ] ', oneLine(task.text), look.width, done ? look.style.quiet : String),
    ...hang('    ', oneLine(detailText(task)), look.width, look.style.quiet),
  ];
}

function detailText({ hours, question, key }: PlanTask): string {
  return [`${number(hours)} h`, ...(question === undefined ? [] : [question]), key].join(' · ');
}

const reasons: Readonly<Record<DropReason, string>> = {
  repeats: 'They practise a question that an earlier task practises too',
  'no-question': 'They practise no question; where time is short, answers come first',
  'no-time': 'Their phase has no hours left for them',
  'no-days': 'No days are left',
};

function droppedLines({ dropped, droppedPhases }: PrepPlan, look: Look): readonly string[] {
  const lines = ['', heading('Left out', look)];
  for (const phase of droppedPhases)
    lines.push(...hang('', oneLine(`Of the phase "${phase.title}" nothing fits.`), look.width));
  for (const reason of Object.keys(reasons) as DropReason[]) {
    const tasks = dropped.filter((one: DroppedTask) => one.reason === reason);
    if (tasks.length === 0) continue;
    lines.push(...hang('', `${reasons[reason]}:`, look.width, look.style.strong));
    for (const { task } of tasks)
      lines.push(
        ...hang('  - ', oneLine(task.text), look.width),
        ...hang('    ', oneLine(detailText(task)), look.width, look.style.quiet),
      );
  }
  return lines;
}

export function heading(title: string, { style, width }: Look): string {
  return `${style.strong(title)} ${style.quiet('─'.repeat(Math.max(0, width - widthOf(title) - 1)))}`;
}

function span({ min, max }: { readonly min: number; readonly max: number }): string {
  return min === max ? number(min) : `${number(min)}–${number(max)}`;
}

/** One digit after the point says enough of hours and weeks. */
export function number(value: number): string {
  return String(Math.round(value * 10) / 10);
}

export function count(many: number, one: string, more = `${one}s`): string {
  return `${many} ${many === 1 ? one : more}`;
}
