export {
  compareLenses,
  type LensComparison,
  type LensEffect,
  type LensFlip,
  type LensReason,
  type LensSide,
  type LensVerdict,
  type Relensed,
  throughLens,
} from './compare-lenses.ts';
export type { HireReading, LevelVerdict, Status } from './composition.ts';
export { dismissFix, type Fix, frameFix, numberFix } from './fixes.ts';
export { matchesGlob } from './glob.ts';
export { type Hint, type HintOptions, hintsOf } from './hints.ts';
export type { Lens, ResolvedCriterion, ResolvedPitfall, ResolvedRubric } from './lens.ts';
export { type FoundQuestion, type Library, type LibraryProblem, makeLibrary } from './library.ts';
export { type Nature, natureOf } from './nature.ts';
export type { NextLevel } from './next-level.ts';
export { type NumberReview, numberMessage, numberTitles } from './numbers.ts';
export { type ReviewReason, reasonText } from './reasons.ts';
export { type Relevance, subjectRelevance } from './relevance.ts';
export { type CriterionReview, type DimensionReview, type PitfallReview, type Review, reviewAnswer } from './review.ts';
export { unfilled } from './snippet.ts';
export { findTarget, type NotJudged, type Target, type Targeted, type TargetOptions } from './target.ts';
