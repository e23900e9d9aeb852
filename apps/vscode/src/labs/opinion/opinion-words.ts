import type { OpinionWords } from '@rubricate/core/labs/opinion';
import * as vscode from 'vscode';

/** The sentences of a second opinion in the language of the window; what is put into them stands in them as `{0}`. */
export function opinionWords(): OpinionWords {
  return {
    title: vscode.l10n.t('Second opinion: {0}'),
    by: vscode.l10n.t('By {0} of “{1}”, a language model of this editor'),
    caution: vscode.l10n.t(
      'It may be wrong, and may say something else the next time. Nothing of it is recorded or counted.',
    ),
    compared: vscode.l10n.t('The two side by side'),
    agrees: vscode.l10n.t('Agrees with Rubricate on {0} of {1} criteria'),
    noneCount: vscode.l10n.t('No grade of it rests on words of the answer, so none counts'),
    dropped: vscode.l10n.t('Quotes that do not stand in the answer and were dropped: {0}'),
    unknown: vscode.l10n.t('Grades for criteria that nobody asked about and that were ignored: {0}'),
    criteria: vscode.l10n.t('Criteria expected at this level, those where the two differ first'),
    criterion: vscode.l10n.t('Criterion'),
    ours: vscode.l10n.t('Rubricate'),
    quotes: vscode.l10n.t('Its quotes found'),
    quotesOf: vscode.l10n.t('{0} of {1}'),
    differ: vscode.l10n.t('Where the two differ'),
    differNone: vscode.l10n.t('They differ nowhere.'),
    agree: vscode.l10n.t('Where the two agree'),
    uncounted: vscode.l10n.t('What does not count'),
    both: vscode.l10n.t('both: {0}'),
    unquoted: vscode.l10n.t('no quote: dropped'),
    ungraded: vscode.l10n.t('not graded'),
    reason: vscode.l10n.t('{0} writes: {1}'),
    made: vscode.l10n.t(
      'Grades, reasons and the choice of quotes are the model’s; that each of its quotes stands in the answer was checked. Rubricate’s own review was made on this machine and is not changed by it.',
    ),
  };
}
