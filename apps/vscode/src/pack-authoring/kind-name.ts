import * as vscode from 'vscode';
import type { ReferenceKind } from './references.ts';

/** What a name stands for, in words. */
export function kindName(kind: ReferenceKind, isPitfall = false): string {
  switch (kind) {
    case 'pack':
      return vscode.l10n.t('Pack');
    case 'company':
      return vscode.l10n.t('Company');
    case 'role':
      return vscode.l10n.t('Role');
    case 'source':
      return vscode.l10n.t('Source');
    case 'fact':
      return vscode.l10n.t('Fact');
    case 'figure':
      return vscode.l10n.t('Figure');
    case 'rubric':
      return vscode.l10n.t('Rubric');
    case 'dimension':
      return vscode.l10n.t('Dimension');
    case 'criterion':
      return isPitfall ? vscode.l10n.t('Pitfall') : vscode.l10n.t('Criterion');
    case 'question':
      return vscode.l10n.t('Question');
    case 'level':
      return vscode.l10n.t('Level');
    case 'structure':
      return vscode.l10n.t('Structure');
    case 'round':
      return vscode.l10n.t('Round');
    case 'concept':
      return vscode.l10n.t('Concept');
    case 'signal':
      return vscode.l10n.t('Signal');
    case 'topic':
      return vscode.l10n.t('Topic');
    case 'background':
      return vscode.l10n.t('Background');
    case 'folder':
      return vscode.l10n.t('Folder');
    case 'quantity':
      return vscode.l10n.t('Quantity');
    case 'shape':
      return vscode.l10n.t('Shape');
  }
}
