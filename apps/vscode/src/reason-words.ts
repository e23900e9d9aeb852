import type { HireSignal } from '@rubricate/core/model';
import type { ReviewReason } from '@rubricate/core/review';
import * as vscode from 'vscode';
import { readingName, signalName } from './wording.ts';

/** Why a hire signal or a level reading is what it is, as a sentence in the language of the window. */
export function reasonWords(reason: ReviewReason): string {
  switch (reason.code) {
    case 'expected-met':
      return vscode.l10n.t('{0} of the {1} criteria expected at this level are met.', reason.met, reason.expected);
    case 'missing':
      return vscode.l10n.t('Missing: {0}.', listed(reason));
    case 'pitfalls':
      return vscode.l10n.t('Pitfalls: {0}.', listed(reason));
    case 'under-bar':
      return vscode.l10n.t(
        'The answer reads as {0}, under the bar aimed at, which holds the signal at {1}.',
        readingName(reason.reading),
        signalInSentence(reason.atMost),
      );
    case 'too-short':
      return vscode.l10n.t(
        'With {0} words of its own it is too short to carry more than {1}; from {2} on it can.',
        reason.words,
        signalInSentence(reason.atMost),
        reason.from,
      );
    case 'gate-missing':
      return vscode.l10n.t(
        '{0} is missing, which holds the signal at {1}.',
        reason.title,
        signalInSentence(reason.atMost),
      );
    case 'gate-stands':
      return vscode.l10n.t('{0} stands, which holds the signal at {1}.', reason.title, signalInSentence(reason.atMost));
    case 'nature':
      return natureWords(reason);
    case 'elsewhere':
      return reason.kind === 'subject'
        ? vscode.l10n.t(
            'The text speaks of {0} of the {1} things this question is about; it reads as an answer to another one, which holds the signal at {2}.',
            reason.said,
            reason.of,
            signalInSentence('lean-no'),
          )
        : vscode.l10n.t(
            '{0} of its {1} sentences tell what you did; this asks for something that happened, which holds the signal at {2}.',
            reason.said,
            reason.of,
            signalInSentence('lean-no'),
          );
    case 'bar-met':
      return vscode.l10n.t('{0}: {1} of {2} criteria met.', readingName(reason.bar), reason.met, reason.of);
    case 'next-bar':
      return nextBarWords(reason);
  }
}

type Of<Code extends ReviewReason['code']> = Extract<ReviewReason, { readonly code: Code }>;

function natureWords({ nature }: Of<'nature'>): string {
  switch (nature) {
    case 'disordered':
      return vscode.l10n.t('The words stand in an order that makes no sentences, so nothing in the text counts.');
    case 'glossary':
      return vscode.l10n.t(
        'Most sentences define a term. A definition is true of any system; say what yours does and why, and it will be judged.',
      );
    case 'word-list':
      return vscode.l10n.t(
        'Most of the text is terms in a row. Say in sentences what each does here and why, and it will be judged.',
      );
    case 'denial':
      return vscode.l10n.t(
        'Nearly every sentence denies or puts off what it names. Say what you do, and it will be judged.',
      );
  }
}

function nextBarWords({ bar, edits, isEnough }: Of<'next-bar'>): string {
  const [first, second] = edits.map(({ title, inPart }) => (inPart ? vscode.l10n.t('{0} in full', title) : title));
  const both = second === undefined ? (first ?? '') : vscode.l10n.t('{0} and {1}', first ?? '', second);
  return isEnough
    ? vscode.l10n.t('What would move this to {0}: {1}.', readingName(bar), both)
    : vscode.l10n.t('Towards {0}, first: {1}; more is missing after these.', readingName(bar), both);
}

function listed({ titles, more }: Of<'missing' | 'pitfalls'>): string {
  const list = titles.join(', ');
  return more === 0 ? list : vscode.l10n.t('{0} and {1} more', list, more);
}

function signalInSentence(signal: HireSignal): string {
  return signalName(signal).toLocaleLowerCase(vscode.env.language);
}
