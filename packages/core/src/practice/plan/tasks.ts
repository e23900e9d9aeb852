import type { Pack, Plan } from '../../model/index.ts';
import { withBases } from '../lineage.ts';

type PackPhase = Plan['phases'][number];

/** A phase of the plan, with the pack that tells of it. */
export interface PlanPhase {
  /** `<pack>/<phase>`. */
  readonly key: string;
  readonly title: string;
  readonly about: string;
  /** Its share of the time there is. */
  readonly weeks: number;
  readonly pack: Pack;
  readonly told: PackPhase;
}

export interface PlanTask {
  /** `<pack>/<task>`: by this name it is ticked. */
  readonly key: string;
  readonly text: string;
  readonly hours: number;
  readonly question: string | undefined;
  readonly phase: PlanPhase;
  readonly told: PackPhase['tasks'][number];
}

/** What a task counts where its pack does not say how long it takes. */
const usualHours = 1;

/** All tasks for a pack in the order they are meant to be done: those of the packs it builds on come first. */
export function tasksOf(pack: Pack, packs: readonly Pack[]): readonly PlanTask[] {
  return [...withBases(pack, packs)].reverse().flatMap((part) =>
    (part.plan?.phases ?? []).flatMap((told) => {
      const { title, about, weeks } = told;
      const phase: PlanPhase = { key: `${part.id}/${told.id}`, title, about, weeks, pack: part, told };
      return told.tasks.map((task) => ({
        key: `${part.id}/${task.id}`,
        text: task.text,
        hours: task.hours ?? usualHours,
        question: task.question,
        phase,
        told: task,
      }));
    }),
  );
}

export function hoursOf(tasks: readonly PlanTask[]): number {
  return tasks.reduce((sum, { hours }) => sum + hours, 0);
}

/** A phase's part of the hours there are, from 0 to 1. */
export type Shares = ReadonlyMap<PlanPhase, number>;

/**
 * How the time is shared among phases: in proportion to their weeks and, of a phase that is done in part, to what of it is
 * left.
 */
export function sharesOf(left: readonly PlanTask[], all: readonly PlanTask[]): Shares {
  const weights = new Map<PlanPhase, number>();
  for (const phase of new Set(left.map((task) => task.phase))) {
    const ofPhase = (tasks: readonly PlanTask[]): number => hoursOf(tasks.filter((task) => task.phase === phase));
    weights.set(phase, (phase.weeks * ofPhase(left)) / ofPhase(all));
  }
  const sum = [...weights.values()].reduce((one, other) => one + other, 0);
  return new Map([...weights].map(([phase, weight]) => [phase, weight / sum]));
}
