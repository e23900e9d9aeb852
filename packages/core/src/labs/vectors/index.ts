export { createPlayground, type IndexReport, type Playground, type Point, type VectorReport } from './playground.ts';
export {
  defaultSettings,
  limits,
  type Sweep,
  settingsProblem,
  type VectorSettings,
} from './settings.ts';
export { finish } from './steps.ts';
