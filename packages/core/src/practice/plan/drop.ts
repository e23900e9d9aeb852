import { hoursOf, type PlanPhase, type PlanTask, sharesOf } from './tasks.ts';

/**
 * Why a task has no place. `repeats`: an earlier one practises the same question. `no-question`: it practises none, and
 * where time is short, answers come first. `no-time`: even so, its phase has not the hours. `no-days`: there are none left.
 */
export type DropReason = 'repeats' | 'no-question' | 'no-time' | 'no-days';

export interface DroppedTask {
  readonly task: PlanTask;
  readonly reason: DropReason;
}

export interface Fitting {
  /** In the plan's order. */
  readonly kept: readonly PlanTask[];
  /** What can be dropped with the least loss comes first. */
  readonly dropped: readonly DroppedTask[];
}

const rounding = 1e-9;
const order: readonly DropReason[] = ['repeats', 'no-question', 'no-time'];

/**
 * Drops tasks until the rest fits the hours there are. Each time the phase that is furthest over its share gives up a
 * task: one that repeats, then one that practises no question, then any; of these the longest, so that few are lost.
 * What fits again in the end is taken back.
 */
export function fitTasks(open: readonly PlanTask[], all: readonly PlanTask[], hours: number): Fitting {
  if (hours <= 0) return { kept: [], dropped: open.map((task) => ({ task, reason: 'no-days' })) };
  const place = new Map(all.map((task, index) => [task, index]));
  const placeOf = (task: PlanTask): number => place.get(task) ?? 0;
  const shares = sharesOf(open, all);
  const phases = new Map([...shares.keys()].map((phase) => [phase, openPhase(open, phase)]));
  const practising = tasksByQuestion(all);
  const reasonFor = (task: PlanTask): DropReason =>
    task.question === undefined ? 'no-question' : practising.get(task.question)?.[0] === task ? 'no-time' : 'repeats';
  const dropped: PlanTask[] = [];
  let total = hoursOf(open);
  while (total > hours + rounding) {
    let [worst, most] = [undefined as OpenPhase | undefined, 0];
    for (const [phase, part] of phases) {
      const excess = part.hours / (shares.get(phase) ?? 0);
      if (part.tasks.size > 0 && excess >= most) [worst, most] = [part, excess];
    }
    if (!worst) break;
    const next = [...worst.tasks].reduce((best, task) => {
      const byRank = order.indexOf(reasonFor(task)) - order.indexOf(reasonFor(best));
      return (byRank || best.hours - task.hours || placeOf(best) - placeOf(task)) < 0 ? task : best;
    });
    worst.tasks.delete(next);
    worst.hours -= next.hours;
    total -= next.hours;
    if (next.question !== undefined) remove(practising.get(next.question), next);
    dropped.push(next);
  }
  const lost = new Set(dropped);
  for (const task of [...dropped].reverse()) {
    if (total + task.hours > hours + rounding) continue;
    lost.delete(task);
    total += task.hours;
  }
  const keptFirst = tasksByQuestion(all.filter((task) => !lost.has(task)));
  const reasonNow = (task: PlanTask): DropReason => {
    const first = task.question === undefined ? undefined : keptFirst.get(task.question)?.[0];
    if (task.question === undefined) return 'no-question';
    return first && placeOf(first) < placeOf(task) ? 'repeats' : 'no-time';
  };
  return {
    kept: open.filter((task) => !lost.has(task)),
    dropped: dropped.filter((task) => lost.has(task)).map((task) => ({ task, reason: reasonNow(task) })),
  };
}

/** What is kept of a phase while tasks are dropped. */
interface OpenPhase {
  readonly tasks: Set<PlanTask>;
  hours: number;
}

function openPhase(open: readonly PlanTask[], phase: PlanPhase): OpenPhase {
  const tasks = open.filter((task) => task.phase === phase);
  return { tasks: new Set(tasks), hours: hoursOf(tasks) };
}

/** By question, the tasks that practise it, in the plan's order. */
function tasksByQuestion(tasks: readonly PlanTask[]): ReadonlyMap<string, PlanTask[]> {
  const found = new Map<string, PlanTask[]>();
  for (const task of tasks) {
    if (task.question === undefined) continue;
    const list = found.get(task.question);
    if (list) list.push(task);
    else found.set(task.question, [task]);
  }
  return found;
}

function remove(list: PlanTask[] | undefined, task: PlanTask): void {
  const index = list?.indexOf(task) ?? -1;
  if (index >= 0) list?.splice(index, 1);
}
