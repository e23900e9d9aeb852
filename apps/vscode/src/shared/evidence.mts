export {
  compileEvidence,
  cueNames,
  expandPhrase,
  fingerprintsOf,
  makeReadingCache,
  parseComparison,
  quantityNames,
  shapeNames,
  spansOf,
  summarise,
} from '@rubricate/core/evidence';
