export { type BackgroundReading, backgroundsOf, type UnknownBackground } from './background.ts';
export { planCalendar } from './calendar.ts';
export type { DroppedTask, DropReason } from './drop.ts';
export { type PlannedTask, type PlanWeek, type PrepPlan, prepPlan } from './plan.ts';
export type { PlanPhase, PlanTask } from './tasks.ts';
export { tickOf } from './tick.ts';
