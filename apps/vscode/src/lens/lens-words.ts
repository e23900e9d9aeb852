import type { LensEffect, LensSide, Target } from '@rubricate/core/review';
import * as vscode from 'vscode';
import { levelName, statusName } from '../wording.ts';

/** The words for how a lens counts something, so that the checklist, the hover and the comparison say it alike. */

/** "Pinterest, data product manager · L5". */
export function lensName(target: Pick<Target, 'lens' | 'level'>): string {
  return vscode.l10n.t('{0} · {1}', target.lens.pack.title, levelName(target));
}

/** How a criterion or pitfall counts, whatever the text says. */
export function countsName(
  kind: 'criterion' | 'pitfall',
  { weight, expected }: Pick<LensSide, 'weight' | 'expected'>,
): string {
  if (weight === 0) return vscode.l10n.t('does not count');
  const times = Math.abs(weight) === 1 ? '' : ` (${vscode.l10n.t('{0} times', Math.abs(weight))})`;
  const speaksFor = kind === 'criterion' ? weight > 0 : weight < 0;
  if (!speaksFor) return `${vscode.l10n.t('counts against you')}${times}`;
  if (kind === 'criterion' && !expected) return `${vscode.l10n.t('a plus at this level')}${times}`;
  return `${kind === 'criterion' ? vscode.l10n.t('asked for') : vscode.l10n.t('counts for you')}${times}`;
}

export function findingName(status: LensSide['status']): string {
  switch (status) {
    case 'present':
      return vscode.l10n.t('in this text');
    case 'absent':
      return vscode.l10n.t('not in this text');
    default:
      return statusName(status);
  }
}

export function effectName(effect: LensEffect): string {
  switch (effect) {
    case 'for':
      return vscode.l10n.t('speaks for you');
    case 'in-part':
      return vscode.l10n.t('speaks for you in part');
    case 'against':
      return vscode.l10n.t('speaks against you');
    case 'missing':
      return vscode.l10n.t('is missing');
    case 'nothing':
      return vscode.l10n.t('changes nothing');
  }
}
