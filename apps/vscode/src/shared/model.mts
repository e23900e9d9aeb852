export { bars, check, drillPartNames, hireSignals, levelReadings, nearest } from '@rubricate/core/model';
