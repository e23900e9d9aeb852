import type { Progress } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { type ProgressRow, plain } from '../practice/progress/row.ts';
import { registerDrills } from './drills/index.ts';
import { registerIncident } from './incident/index.ts';
import type { LabHost, RegisterLab } from './lab.ts';
import { registerOffer } from './offer/index.ts';
import { registerOpinion } from './opinion/index.ts';
import { registerTranscript } from './transcript/index.ts';
import { registerVectors } from './vectors/index.ts';

/** In the order in which the tree lists them. */
const labs: readonly RegisterLab[] = [
  registerDrills,
  registerOffer,
  registerVectors,
  registerTranscript,
  registerIncident,
  registerOpinion,
];

/** The row of the tree that holds the labs; none where there is no lab. */
export type LabRows = (progress: Progress) => readonly ProgressRow[];

/** Practice of other kinds than writing an answer. Only wires. */
export function registerLabs(host: LabHost): LabRows {
  const registered = labs.map((register) => register(host));
  return (progress) => {
    const rows = registered.map((lab) => lab.row(progress));
    if (rows.length === 0) return [];
    const label = vscode.l10n.t('Labs');
    // What a lab has open is seen without unfolding.
    const open = rows.some((row) => row.rows.length > 0);
    return [{ ...plain, id: 'labs', label, spoken: label, icon: 'beaker', kind: 'labs', open, rows }];
  };
}
