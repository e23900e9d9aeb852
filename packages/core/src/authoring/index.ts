export { type Detection, detectionMarkdown, detectionOf } from './detection.ts';
export { type PackFinding, type PackFindingCode, packFindingCodes } from './finding.ts';
export { lintPack } from './lint.ts';
export {
  type PackEntry,
  type PackPage,
  type PackSection,
  type PackSectionId,
  packPage,
  packSectionIds,
} from './page.ts';
export { packMarkdown } from './page-markdown.ts';
export { type NewPack, packTemplate } from './template.ts';
