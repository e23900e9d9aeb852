export type { SessionCounts } from './events.ts';
export { type ExposureTruth, exposureFile, exposurePapers, exposureSums, readExposureTruth } from './exposure.ts';
export { type ExposureGrade, exposurePage, gradeExposure } from './grade/exposure.ts';
export {
  type FaultGrade,
  type FigureGrade,
  gradeDiagnosis,
  type IncidentGrade,
  type PartGrade,
  type PartName,
  type Quote,
} from './grade/grade.ts';
export { figureOfText, figureText, type GradePageOptions, gradeGenerator, gradePage } from './grade/page.ts';
export { englishGradeWords, type GradeWords } from './grade/report-words.ts';
export { addToProfile, drawInjection, injectableKinds, injectedBrief, injectorOf, profileOf } from './inject.ts';
export { type Measure, measuresOf } from './measure.ts';
export {
  type Difficulty,
  difficulties,
  type Fault,
  type FaultKind,
  faultKinds,
  type Row,
  type Table,
  type Truth,
} from './model.ts';
export { briefFile, dataFile, diagnosisFile, diagnosisTemplate, type Paper, papersOf } from './papers.ts';
export { clashOf, drawScenario, type FaultClash, type Scenario, type ScenarioOptions } from './scenario.ts';
export { readTruth, seal, truthFile } from './seal.ts';
export { csvLine, incidentHours, jsonLine, tableOf } from './stream.ts';
