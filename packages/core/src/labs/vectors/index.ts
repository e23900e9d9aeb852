export { grouped, shareText, sizeText } from './figures.ts';
export { type FilterReport, type FilterWay, overfetch } from './filters.ts';
export type { HybridReport, HybridWay } from './hybrid.ts';
export { type IndexKind, indexKinds, type MemoryPart } from './index-kind.ts';
export { type Metric, metrics } from './metric.ts';
export { currentOf, memoryPicture, type PictureWords, tradePicture } from './picture.ts';
export { createPlayground, type IndexReport, type Playground, type Point, type VectorReport } from './playground.ts';
export {
  defaultSettings,
  limits,
  parametersOf,
  type SweptParameter,
  settingsProblem,
  sweptParameters,
  type VectorSettings,
} from './settings.ts';
export { finish, type Progress, type Stage } from './steps.ts';
