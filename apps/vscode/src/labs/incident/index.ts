import * as vscode from 'vscode';
import { partLoader } from '../../load-part.ts';
import { plain } from '../../practice/progress/row.ts';
import type { Lab, LabHost } from '../lab.ts';
import type { IncidentLab, IncidentPart } from './part.ts';

const newIncident = 'rubricate.newIncident';
const gradeIncident = 'rubricate.gradeIncident';

/** Data incidents: data with faults in it, and what a diagnosis of them is worth. Only wires. */
export function registerIncident(host: LabHost): Lab {
  const { context } = host;
  const load = partLoader<IncidentPart, IncidentLab>(context.extensionUri, 'lab-incident', (part) => {
    const lab = part.createIncidentLab(host);
    context.subscriptions.push(lab);
    return lab;
  });
  const grade = (id: string, hints: number, reveal = false): vscode.Disposable =>
    vscode.commands.registerCommand(id, async (file?: unknown) => (await load()).grade(file, { hints, reveal }));
  context.subscriptions.push(
    vscode.commands.registerCommand(newIncident, async (asked?: unknown) => (await load()).create(asked)),
    grade(gradeIncident, 1),
    grade('rubricate.hintIncident', 2),
    grade('rubricate.revealIncident', 2, true),
  );
  return {
    row() {
      const label = vscode.l10n.t('Data incidents');
      const description = vscode.l10n.t('data with faults in it, to be found');
      const action = (id: string, command: string, name: string, icon: string) => ({
        ...plain,
        ...{ id, label: name, spoken: name, icon, kind: id, command: { id: command, title: name } },
      });
      return {
        ...plain,
        ...{
          id: 'lab-incident',
          label,
          description,
          spoken: `${label}, ${description}`,
          icon: 'bug',
          kind: 'lab-incident',
        },
        rows: [
          action('lab-incident-new', newIncident, vscode.l10n.t('New incident'), 'new-file'),
          action('lab-incident-grade', gradeIncident, vscode.l10n.t('Grade a diagnosis'), 'checklist'),
        ],
      };
    },
  };
}
