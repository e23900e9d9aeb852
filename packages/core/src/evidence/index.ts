export { makeReadingCache, type ReadingCache } from './cache.ts';
export {
  type Comparison,
  type CompiledEvidence,
  compileEvidence,
  type EvidenceSource,
  narrowed,
  parseComparison,
} from './compile.ts';
export { type Sighting, type Span, spansOf } from './draft.ts';
export { evaluate, type Verdict } from './expression.ts';
export type { FormCounts } from './form.ts';
export { quantityNames } from './pattern.ts';
export { type ComparedWord, comparedWords, expandPhrase } from './phrases.ts';
export { cueNames } from './reading.ts';
export { shapeNames } from './shapes.ts';
export {
  type EvidenceSummary,
  fingerprintsOf,
  type Section,
  type SignalSummary,
  summarise,
} from './summary.ts';
