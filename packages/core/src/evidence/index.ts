export { type CompiledEvidence, compileEvidence, type EvidenceSource } from './compile.ts';
export { evaluate, type Verdict } from './expression.ts';
export { makeReadingCache, type ReadingCache } from './observe.ts';
export { cueNames } from './reading.ts';
export { type EvidenceSummary, type Section, type SignalSummary, fingerprintsOf, type Span, summarise } from './summary.ts';
