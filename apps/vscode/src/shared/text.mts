export { findQuantities, readAnswer, readFrontMatter, sizeLimit, stemOf, tokenise } from '@rubricate/core/text';
