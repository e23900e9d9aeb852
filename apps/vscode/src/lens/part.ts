// The entry of dist/lenses.js; `index.ts` loads it.
export { chooseLens } from './choose-lens.ts';
export { comparison } from './comparison.ts';
