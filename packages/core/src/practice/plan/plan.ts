import type { Pack } from '../../model/index.ts';
import type { Progress } from '../fold.ts';
import { daysBetween } from '../outline.ts';
import { type BackgroundReading, backgroundsOf, readBackground, type UnknownBackground } from './background.ts';
import { mondayOf } from './dates.ts';
import { type DroppedTask, fitTasks } from './drop.ts';
import { placeTasks } from './place.ts';
import { hoursOf, type PlanPhase, type PlanTask, tasksOf } from './tasks.ts';
import { type WeekSpan, weeksFrom } from './weeks.ts';

export interface PlannedTask {
  readonly task: PlanTask;
  readonly done: boolean;
  /** The day it is planned for or, once it is done, the day it was done. */
  readonly day: string;
}

export interface PlanWeek extends WeekSpan {
  /** What is planned in it, and what was done in it so far, in the plan's order. */
  readonly tasks: readonly PlannedTask[];
  readonly phases: readonly PlanPhase[];
  /** Hours that no task takes: for rehearsal. */
  readonly free: number;
}

export interface PrepPlan {
  readonly title: string;
  readonly today: string;
  readonly interview: string | undefined;
  /** Days until the interview; 0 on the day, negative once it has passed. */
  readonly days: number | undefined;
  readonly hoursAWeek: number;
  /** Where the hours come from; `usual` where nobody says. */
  readonly hoursFrom: 'asked' | 'background' | 'usual';
  readonly weeks: readonly PlanWeek[];
  /** Done before this week, by the day it was done. */
  readonly earlier: readonly PlannedTask[];
  readonly dropped: readonly DroppedTask[];
  /** Phases of which nothing is done and nothing could be kept. */
  readonly droppedPhases: readonly PlanPhase[];
  readonly tasks: { readonly done: number; readonly all: number };
  /** Of the tasks that are not done: what they take; and what there is from today on. */
  readonly hours: { readonly needed: number; readonly available: number };
  readonly background: BackgroundReading | UnknownBackground | undefined;
}

export interface PlanOptions {
  readonly pack: Pack;
  readonly packs: readonly Pack[];
  readonly today: string;
  readonly interview: string | undefined;
  readonly hoursAWeek: number | undefined;
  readonly background: string | undefined;
  readonly ticks: Progress['ticks'];
  /** The day of an instant where the person is. */
  readonly dayOf: (at: string) => string;
}

/** Hours a week for those who name none. */
const usualHoursAWeek = 10;

/**
 * The prep plan from today on; undefined where no pack of the target has one. What is not ticked moves forward as days
 * pass. Within one day a tick moves nothing: tasks ticked today keep the place they had.
 */
export function prepPlan(options: PlanOptions): PrepPlan | undefined {
  const { pack, packs, today, interview } = options;
  const all = tasksOf(pack, packs);
  if (all.length === 0) return undefined;
  const doneOn = daysDone(all, options);
  const monday = mondayOf(today);
  const isDoneBefore = ({ key }: PlanTask): boolean => (doneOn.get(key) ?? today) < today;
  const before = all.filter(isDoneBefore);
  const open = all.filter((task) => !isDoneBefore(task));
  const thisWeek = before.filter(({ key }) => (doneOn.get(key) ?? '') >= monday);
  const { hoursAWeek, hoursFrom } = hoursAsked(options);
  const spans = weeksFrom({
    today,
    interview,
    hoursAWeek,
    needed: hoursOf(open),
    doneThisWeek: hoursOf(thisWeek),
  });
  const available = spans.reduce((sum, { hours }) => sum + hours, 0);
  const fitting = fitTasks(open, all, available);
  const isDone = ({ key }: PlanTask): boolean => doneOn.has(key);
  const asDone = (task: PlanTask): PlannedTask => ({ task, done: true, day: doneOn.get(task.key) ?? today });
  const places = placeTasks(fitting.kept, all, spans);
  const extra = [...thisWeek, ...fitting.dropped.map(({ task }) => task).filter(isDone)];
  const inOrder = new Map(all.map((task, index) => [task, index]));
  const filled = spans.map((span, number): PlanWeek => {
    const placed = places.filter(({ week }) => week === number);
    const planned = placed.map(({ task, day }) => (isDone(task) ? asDone(task) : { task, done: false, day }));
    const tasks = [...(number === 0 ? extra.map(asDone) : []), ...planned].sort(
      (a, b) => (inOrder.get(a.task) ?? 0) - (inOrder.get(b.task) ?? 0),
    );
    return {
      ...span,
      tasks,
      phases: [...new Set(tasks.map(({ task }) => task.phase))],
      free: Math.max(0, span.hours - hoursOf(placed.map(({ task }) => task))),
    };
  });
  // A last week that is left empty says nothing where no date ends the plan.
  const weeks = filled.slice(
    0,
    interview === undefined ? filled.findLastIndex(({ tasks }) => tasks.length > 0) + 1 : undefined,
  );
  const past = spans.length === 0 ? all.filter(isDone) : before.filter((task) => !thisWeek.includes(task));
  const dropped = fitting.dropped.filter(({ task }) => !isDone(task));
  const lost = new Set(dropped.map(({ task }) => task));
  const notDone = open.filter((task) => !isDone(task));
  const done = all.filter(isDone);
  const days = interview === undefined ? undefined : daysBetween(today, interview);

  return {
    title: (pack.plan ?? all[0]?.phase.pack.plan)?.title ?? '',
    today,
    interview,
    days,
    hoursAWeek,
    hoursFrom,
    weeks,
    earlier: past.map(asDone).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)),
    dropped,
    droppedPhases: [...new Set(dropped.map(({ task }) => task.phase))].filter((phase) =>
      all.every((task) => task.phase !== phase || lost.has(task)),
    ),
    tasks: { done: done.length, all: all.length },
    hours: { needed: hoursOf(notDone), available },
    background:
      options.background === undefined
        ? undefined
        : readBackground(options.background, pack, packs, { days, hoursAWeek, doneHours: hoursOf(done) }),
  };
}

/** By key, the day on which each ticked task was done. */
function daysDone(tasks: readonly PlanTask[], { ticks, dayOf }: PlanOptions): ReadonlyMap<string, string> {
  const days = new Map<string, string>();
  for (const { key } of tasks) {
    const tick = ticks.get(key);
    if (tick) days.set(key, dayOf(tick.at));
  }
  return days;
}

function hoursAsked({ pack, packs, hoursAWeek, background }: PlanOptions): Pick<PrepPlan, 'hoursAWeek' | 'hoursFrom'> {
  if (hoursAWeek !== undefined) return { hoursAWeek, hoursFrom: 'asked' };
  const counted = backgroundsOf(pack, packs).find(({ id }) => id === background)?.hoursAWeek;
  return counted === undefined
    ? { hoursAWeek: usualHoursAWeek, hoursFrom: 'usual' }
    : { hoursAWeek: counted, hoursFrom: 'background' };
}
