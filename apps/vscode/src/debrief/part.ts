// The entry of dist/debrief.js; `index.ts` loads it.
import { openAttempt } from './attempts.ts';
import { compareAttempts, comparisonPage } from './compare.ts';
import type { DebriefHost, Debriefing } from './debrief.ts';
import { exportDebrief } from './export.ts';
import { debriefPanels } from './panels.ts';

export function createDebriefing(host: DebriefHost): Debriefing {
  const panels = debriefPanels(host);
  return {
    show: (asked) => panels.show(asked),
    restore: (panel, state) => panels.restore(panel, state),
    export: (asked) => exportDebrief(host, asked),
    compare: (asked) => compareAttempts(host, asked),
    open: (asked) => openAttempt(host, asked),
    comparison: (uri) => comparisonPage(host, uri),
    dispose: () => panels.dispose(),
  };
}
