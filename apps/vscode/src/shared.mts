import {
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
import { bars, check, drillPartNames, hireSignals, levelReadings, nearest } from '@rubricate/core/model';
import { isEventFileName, readEvents } from '@rubricate/core/practice';
import {
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
import { findQuantities, readAnswer, readFrontMatter, sizeLimit, stemOf, tokenise } from '@rubricate/core/text';
import { isCollection, isMap, isNode, isPair, isScalar, isSeq, Lexer, LineCounter, parseDocument, visit } from 'yaml';

/**
 * What the parts take from the rest of the extension, by module and name. A name that stands here is asked for when a part
 * runs; another goes into the part that uses it (see scripts/build.mts), so what only one part needs is in nobody else's way.
 */
export const sharedNames: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  yaml: { isCollection, isMap, isNode, isPair, isScalar, isSeq, Lexer, LineCounter, parseDocument, visit },
  '@rubricate/core/evidence': {
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
  },
  '@rubricate/core/model': { bars, check, drillPartNames, hireSignals, levelReadings, nearest },
  '@rubricate/core/practice': { isEventFileName, readEvents },
  '@rubricate/core/review': {
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
  },
  '@rubricate/core/text': { findQuantities, readAnswer, readFrontMatter, sizeLimit, stemOf, tokenise },
};
