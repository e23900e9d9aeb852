import {
  csvLine,
  type Difficulty,
  drawScenario,
  type FaultKind,
  gradeDiagnosis,
  type IncidentGrade,
  incidentHours,
  type Measure,
  measuresOf,
  papersOf,
  type Row,
  readTruth,
  type Truth,
  tableOf,
  truthFile,
} from '@rubricate/core/labs/incident';

/** An incident in memory, as the command would have written it. */
export interface MadeIncident {
  readonly truth: Truth;
  readonly rows: readonly Row[];
  readonly csv: string;
  readonly papers: ReadonlyMap<string, string>;
  readonly measures: readonly Measure[];
  grade(text: string): IncidentGrade;
}

export interface IncidentAsked {
  readonly seed: number;
  readonly difficulty?: Difficulty;
  readonly rows?: number;
  readonly faults?: readonly FaultKind[];
}

export function makeIncident({ seed, difficulty = 'easy', rows = 10_000, faults }: IncidentAsked): MadeIncident {
  const scenario = drawScenario({ seed, difficulty, rows, ...(faults ? { faults } : {}) });
  const sessions = new Map<string, number>();
  const all = [...incidentHours(scenario, sessions)].flat();
  const papers = new Map(papersOf(scenario, sessions).map(({ name, text }) => [name, text]));
  const truth = readTruth(papers.get(truthFile) ?? '');
  if (!truth) throw new Error('The truth cannot be read.');
  const measures = measuresOf(truth);
  for (const row of all) for (const measure of measures) measure.add(row);
  return {
    ...{ truth, rows: all, papers, measures },
    csv: csvLine(tableOf(scenario).columns) + all.map(csvLine).join(''),
    grade: (text) => gradeDiagnosis({ text, truth, measures }),
  };
}
