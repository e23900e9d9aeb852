// The entry of dist/lab-incident.js; `index.ts` loads it.
import type * as vscode from 'vscode';
import type { LabHost } from '../lab.ts';
import { type GradeAsked, gradeIncidents } from './grade.ts';
import { newIncident } from './new-incident.ts';

/** What the part does once it is loaded. */
export interface IncidentLab extends vscode.Disposable {
  /** Writes an incident into `incidents/<seed>` and opens its brief and the diagnosis. Gives the diagnosis. */
  create(asked: unknown): Promise<vscode.Uri | undefined>;
  /** Grades a diagnosis: the one given, else the active one, else one that is chosen. Gives the points. */
  grade(file: unknown, asked: GradeAsked): Promise<{ readonly points: number; readonly of: number } | undefined>;
}

/** What the bundle exports. */
export interface IncidentPart {
  createIncidentLab(host: LabHost): IncidentLab;
}

export function createIncidentLab(host: LabHost): IncidentLab {
  const grading = gradeIncidents(host.services);
  return {
    create: (asked) => newIncident(asked),
    grade: (file, asked) => grading.grade(file, asked),
    dispose: () => grading.dispose(),
  };
}
