import { type PrepPlan, prepPlan } from '@rubricate/core/practice';
import { targetOf } from '../target.ts';
import { dateOf } from './date-of.ts';
import type { PlanFacts } from './planning.ts';

/** The plan of a workspace as its `rubricate.yaml` and its journal have it. */
export function makePlan({ workspace, progress, today }: PlanFacts): PrepPlan | undefined {
  const target = targetOf(workspace);
  if (!target) return undefined;
  const { interview, hoursAWeek, background } = workspace.settings?.config ?? {};
  return prepPlan({
    pack: target.pack,
    packs: workspace.library.packs,
    today,
    interview,
    hoursAWeek,
    background,
    ticks: progress.ticks,
    dayOf: (at) => dateOf(new Date(at)),
  });
}
