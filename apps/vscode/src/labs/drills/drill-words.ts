import type { DrillPart } from '@rubricate/core/model';
import * as vscode from 'vscode';

/** What a part is called. */
export function partName(part: DrillPart): string {
  switch (part) {
    case 'impact':
      return vscode.l10n.t('Impact');
    case 'detection':
      return vscode.l10n.t('Detection');
    case 'degradation':
      return vscode.l10n.t('Degradation');
    case 'recovery':
      return vscode.l10n.t('Recovery');
  }
}

/** What to write where a part is missing. */
export function missingPart(part: DrillPart): string {
  switch (part) {
    case 'impact':
      return vscode.l10n.t('Say who notices it and how much of it: which people or requests, how many, for how long.');
    case 'detection':
      return vscode.l10n.t('Name the number that shows it, at which value or after how long, and who is told.');
    case 'degradation':
      return vscode.l10n.t('Say what still works meanwhile, and by what: an older copy, a default, a smaller answer.');
    case 'recovery':
      return vscode.l10n.t(
        'Say how it is made whole again, and from what: what is rebuilt, replayed or repaired, and in which order.',
      );
  }
}
