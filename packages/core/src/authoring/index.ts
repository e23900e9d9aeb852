export { type PackFinding, type PackFindingCode, packFindingCodes } from './finding.ts';
export { lintPack } from './lint.ts';
