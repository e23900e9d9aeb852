import type { NumberReview } from '@rubricate/core/review';
import * as vscode from 'vscode';

/** What is wrong with a number, in a sentence. */
export function numberMessage({ kind, stated, computed, working }: NumberReview): string {
  switch (kind) {
    case 'arithmetic':
      return vscode.l10n.t('Arithmetic: {0}, not {1}.', working, stated);
    case 'unit-slip':
      return vscode.l10n.t('A unit slipped by a factor of a thousand or more: {0}, not {1}.', working, stated);
    case 'two-values':
      return vscode.l10n.t('Two values: {0} here and {1} above. Keep one, or say why they differ.', stated, computed);
  }
}
