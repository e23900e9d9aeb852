export { offerFigures } from './figures-of-pack.ts';
export { offerPage } from './page.ts';
export { type OfferProblem, type OfferReading, readOffer } from './read.ts';
export { type OfferReport, offerReport } from './report.ts';
export { offerJsonSchema } from './schema.ts';
export { type OfferFigure, offerTemplate } from './template.ts';
export { parseMonths } from './units.ts';
export { englishOfferWords, type OfferWords } from './words.ts';
