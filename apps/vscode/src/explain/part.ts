// The entry of dist/explaining.js; `explain.ts` loads it.
export { explanation } from './explanation.ts';
