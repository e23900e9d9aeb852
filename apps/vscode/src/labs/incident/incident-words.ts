import type { GradeWords } from '@rubricate/core/labs/incident';
import * as vscode from 'vscode';

/** The sentences of a graded diagnosis in the language of the window; what is put into them stands in them as `{0}`. */
export function gradeWords(): GradeWords {
  return {
    // With no translation the sentences are English, whatever the window's language is.
    language: vscode.l10n.bundle ? vscode.env.language : 'en',
    title: vscode.l10n.t('Incident {0}, graded'),
    details: vscode.l10n.t('{0} of {1} points'),
    verdict: vscode.l10n.t('In short'),
    foundSome: vscode.l10n.t('Faults found: {0} of {1}'),
    foundPartly: vscode.l10n.t('Faults found: {0} of {1}, {2} in part'),
    foundNone: vscode.l10n.t('No fault is found.'),
    nothing: vscode.l10n.t(
      'A fault counts once one passage names the column and what is wrong with it, with when it began or a figure from the data.',
    ),
    guesses: vscode.l10n.t(
      'More faults are claimed than were found, so nothing counts. Keep what you can show, and move the rest to what you ruled out.',
    ),
    fault: vscode.l10n.t('{0}: {1}'),
    faultFound: vscode.l10n.t('{0} ({1})'),
    found: vscode.l10n.t('found'),
    partly: vscode.l10n.t('found in part'),
    missed: vscode.l10n.t('not found'),
    parts: {
      what: vscode.l10n.t('what is wrong, and where'),
      since: vscode.l10n.t('since when'),
      who: vscode.l10n.t('which rows'),
      cause: vscode.l10n.t('what brought it'),
      figure: vscode.l10n.t('a figure that the data bear out'),
    },
    told: vscode.l10n.t('{0} {1} ({2} of {3}): "{4}"'),
    untold: vscode.l10n.t('{0} {1} ({2} of {3})'),
    open: vscode.l10n.t('Still open'),
    openOne: vscode.l10n.t('One fault is still to be found.'),
    openMany: vscode.l10n.t('{0} faults are still to be found.'),
    figures: vscode.l10n.t('Figures'),
    figuresTable: vscode.l10n.t('Numbers of yours that were recomputed from the data'),
    wrote: vscode.l10n.t('You wrote'),
    say: vscode.l10n.t('The data say'),
    rows: vscode.l10n.t('Rows'),
    right: vscode.l10n.t('{0} {1}'),
    wrong: vscode.l10n.t('{0} {1} (a point lost)'),
    allRows: vscode.l10n.t('all'),
    against: vscode.l10n.t('Against you'),
    herring: vscode.l10n.t('Taken for a cause, and none: {0} ({1}). "{2}"'),
    claim: vscode.l10n.t('Not in the data: {0}. "{1}"'),
    done: vscode.l10n.t('What you do about it'),
    doneNone: vscode.l10n.t('It counts once a fault is found.'),
    statuses: { met: vscode.l10n.t('met'), partial: vscode.l10n.t('met in part'), missing: vscode.l10n.t('missing') },
    truth: vscode.l10n.t('The truth'),
    truthTable: vscode.l10n.t('What was put into the data'),
    kind: vscode.l10n.t('Fault'),
    column: vscode.l10n.t('Column'),
    window: vscode.l10n.t('Window'),
    cohort: vscode.l10n.t('Rows'),
    cause: vscode.l10n.t('Cause'),
    toTheEnd: vscode.l10n.t('{0} to the end'),
    fromTo: vscode.l10n.t('{0} to {1}'),
    herrings: vscode.l10n.t('Red herrings: {0}'),
    foot: vscode.l10n.t('The same diagnosis and the same data give the same report.'),
  };
}
