export { type AnswerFrontMatter, answerFrontMatter, answerKeys } from './answer-front-matter.ts';
export { type Card, card } from './card.ts';
export {
  type Composition,
  composition,
  type HireSignal,
  hireSignal,
  hireSignals,
  type LevelReading,
  levelReading,
  levelReadings,
} from './composition.ts';
export { type Drill, type DrillPart, type DrillParts, drillPartNames } from './drill.ts';
export {
  type Concept,
  type CriterionRule,
  type Expression,
  type Pattern,
  type PitfallRule,
  places,
  type Signal,
} from './evidence.ts';
export { type Bar, bar, bars, type NameKind } from './ids.ts';
export { jsonSchemas } from './json-schemas.ts';
export type { Level, Loop, Round } from './loop.ts';
export { nearest } from './nearest.ts';
export { type Pack, pack } from './pack.ts';
export { type PackFile, type PackProblem, type PackReading, readPackFiles } from './pack-files.ts';
export type { Plan } from './plan.ts';
export { check, type Problem } from './problem.ts';
export type { Frame, Question, Structure } from './question.ts';
export type { Compensation, Profile, Promotion, ReadingItem } from './role.ts';
export type { Criterion, Dimension, Override, Pitfall, Rubric } from './rubric.ts';
export type { Confirmation, Fact, Source, Statement } from './source.ts';
export { type WorkspaceConfig, workspaceConfig } from './workspace-config.ts';
export { type ConfigProblem, type ConfigReading, readWorkspaceConfig } from './workspace-config-file.ts';
