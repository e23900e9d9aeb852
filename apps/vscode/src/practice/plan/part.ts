// The entry of dist/planning.js; `index.ts` loads it.
import { configurationPage } from './configuration-page.ts';
import { exportPlan } from './export-plan.ts';
import { rowsWithPlan } from './plan-rows.ts';
import type { Planning } from './planning.ts';

export function createPlanning(): Planning {
  return { rows: rowsWithPlan, exportPlan, configurationPage };
}
