// The entry of dist/lab-opinion.js; `index.ts` loads it.
import type { LabHost } from '../lab.ts';
import { makeAsking } from './ask.ts';
import type { OpinionLab } from './opinion.ts';
import { opinionPanels } from './panels.ts';
import { reviewTool } from './tool.ts';

export function createOpinionLab(host: LabHost): OpinionLab {
  const panels = opinionPanels();
  return { ask: makeAsking(host, panels), tool: reviewTool(host), dispose: () => panels.dispose() };
}
