// The entry of dist/planning.js; `index.ts` loads it.

import { chooseFilter, chooseOrder, chooseWords } from '../progress/choose-arrangement.ts';
import { createDrafts } from '../progress/drafts.ts';
import { treeOf } from '../progress/tree.ts';
import { setTarget } from '../set-target.ts';
import { configurationPage } from './configuration-page.ts';
import { exportPlan } from './export-plan.ts';
import type { Planning } from './planning.ts';

export function createPlanning(): Planning {
  return {
    tree: treeOf,
    drafts: createDrafts,
    exportPlan,
    configurationPage,
    chooseFilter,
    chooseWords,
    chooseOrder,
    setTarget,
  };
}
