export { type Answer, readAnswer, sizeLimit, type TextChange } from './answer.ts';
export type { Block, BlockAnalysis, BlockKind, Chunk, PlacedChunk, Unit } from './block.ts';
export { type FrontMatter, type FrontMatterEntry, readFrontMatter } from './front-matter.ts';
export { findQuantities, type Quantity, type QuantityKind } from './quantities.ts';
export type { Range } from './sentences.ts';
export { normalise, stemOf, type Tokens, tokenise } from './tokens.ts';
export { bitRates, byteSizes, timeSpans } from './units.ts';
