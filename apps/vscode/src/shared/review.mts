export {
  findTarget,
  makeLibrary,
  matchesGlob,
  natureOf,
  numberMessage,
  numberTitles,
  reasonText,
  reviewAnswer,
  subjectRelevance,
  throughLens,
} from '@rubricate/core/review';
