import type { Claim, PlannedTask, PlanTask, PracticeTarget, PrepPlan } from '@rubricate/core/practice';

/** The version of the format below; it rises with every change of it. */
const version = 1;

/** A plan as data, for other programs. */
export function planReport(plan: PrepPlan, { pack, level }: PracticeTarget) {
  const { title, today, interview, days, hoursAWeek, hoursFrom, tasks, hours, background } = plan;
  return {
    version,
    pack: pack.id,
    level: level.id,
    title,
    today,
    interview: interview ?? null,
    days: days ?? null,
    hoursAWeek,
    hoursFrom,
    hours: { needed: hours.needed, available: short(hours.available) },
    tasks,
    background: !background
      ? null
      : background.known
        ? {
            id: background.background.id,
            title: background.background.title,
            weeks: background.background.weeks,
            hours: background.hours ?? null,
            verdict: background.verdict ?? null,
            ...sourceOf(background.claim),
          }
        : { id: background.name, unknown: true },
    weeks: plan.weeks.map((week) => ({
      start: week.start,
      end: week.end,
      hours: short(week.hours),
      free: short(week.free),
      tasks: week.tasks.map(plannedTask),
    })),
    earlier: plan.earlier.map(plannedTask),
    dropped: plan.dropped.map(({ task, reason }) => ({ ...oneTask(task), reason })),
    droppedPhases: plan.droppedPhases.map((phase) => phase.title),
  };
}

function plannedTask({ task, done, day }: PlannedTask) {
  return { ...oneTask(task), day, done };
}

function oneTask({ key, text, hours, question, phase }: PlanTask) {
  return { id: key, text, hours, phase: phase.title, question: question ?? null };
}

function sourceOf({ source, state }: Claim) {
  return { source: source?.id ?? null, state: state ?? null };
}

/** Sevenths of hours have many digits that nobody needs. */
function short(hours: number): number {
  return Math.round(hours * 100) / 100;
}
