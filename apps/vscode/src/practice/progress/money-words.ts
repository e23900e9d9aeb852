import type { Compensation } from '@rubricate/core/model';
import * as vscode from 'vscode';

/** "$190,000 to $240,000 a year", in the editor's language; undefined where no amount is told. */
export function amountName({ amount }: Compensation): string | undefined {
  if (!amount) return undefined;
  const { currency, per, min, typical, max } = amount;
  const money = (value: number): string =>
    value.toLocaleString(vscode.env.language, { style: 'currency', currency, maximumFractionDigits: 0 });
  const range =
    min !== undefined && max !== undefined
      ? vscode.l10n.t('{0} to {1}', money(min), money(max))
      : min !== undefined
        ? vscode.l10n.t('from {0}', money(min))
        : max !== undefined
          ? vscode.l10n.t('up to {0}', money(max))
          : undefined;
  const usual = typical === undefined ? undefined : money(typical);
  const told =
    usual === undefined ? range : range === undefined ? usual : vscode.l10n.t('{0}, usually {1}', range, usual);
  if (told === undefined) return undefined;
  return per === 'year' ? vscode.l10n.t('{0} a year', told) : vscode.l10n.t('{0} once', told);
}

export function measureName(measure: Compensation['measure']): string {
  switch (measure) {
    case 'total':
      return vscode.l10n.t('total');
    case 'base':
      return vscode.l10n.t('base');
    case 'bonus':
      return vscode.l10n.t('bonus');
    case 'equity':
      return vscode.l10n.t('equity');
    case 'signing':
      return vscode.l10n.t('signing');
    case 'other':
      return vscode.l10n.t('other');
  }
}
