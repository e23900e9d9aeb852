export { checkDrill, type DrillCheck, type DrillReading, type PartCheck, readDrills } from './check.ts';
export { drillComment } from './comment.ts';
export { drillsFor, type FoundDrill } from './drills.ts';
export { chooseDrill, drillsInText, type FittingDrill, fittingDrills } from './fit.ts';
