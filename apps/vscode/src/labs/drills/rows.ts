import type { DrillRecord, Progress } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { type ProgressRow, plain } from '../../practice/progress/row.ts';
import { drillIds, drillRow } from './drills.ts';

/** Whether a failure still waits for its answer. */
export const isOpen = ({ state }: DrillRecord): boolean => state === 'open';

/** The row of the tree, with one for each open failure. */
export function drillRows({ drills }: Progress): ProgressRow {
  const label = vscode.l10n.t('Failure drills');
  const open = drills.filter(isOpen);
  const closed = drills.filter(({ state }) => state === 'closed').length;
  const description =
    drills.length === 0
      ? vscode.l10n.t('something your answer names fails; answer it in the text')
      : vscode.l10n.t('{0} open, {1} answered', open.length, closed);
  return {
    ...plain,
    id: 'lab-drills',
    label,
    description,
    spoken: `${label}, ${description}`,
    icon: 'zap',
    kind: 'lab-drills',
    // With rows below it, Enter folds and unfolds.
    command: open.length > 0 ? undefined : { id: drillIds.raise, title: vscode.l10n.t('Raise a failure') },
    open: true,
    rows: open.map(({ raised }): ProgressRow => {
      const spoken = vscode.l10n.t('{0}, open in {1}', raised.title, raised.file);
      return {
        ...plain,
        id: `${drillRow}${raised.id}`,
        label: raised.title,
        description: raised.file,
        spoken,
        icon: 'circle-large-outline',
        kind: 'lab-drill',
        command: { id: drillIds.open, title: vscode.l10n.t('Open the failure') },
      };
    }),
  };
}
