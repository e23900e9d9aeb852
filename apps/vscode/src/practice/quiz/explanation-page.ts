import type { DealtCard } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { interestWords, sourceWords } from '../../explain/claim-words.ts';
import { chosenText, rightAnswer } from './card-words.ts';
import { inRows, type MoveItem, pick } from './quick-input.ts';
import type { ExplanationPage, QuizMove } from './run-quiz.ts';

const next: QuizMove = { kind: 'next' };

type Row = MoveItem<QuizMove>;

/** What follows an answer: whether it was right, what is right in full, why, and who says so. */
export function showExplanation(page: ExplanationPage, of: number): Promise<QuizMove> {
  const { number, card: dealt, answer } = page;
  const { card } = dealt;
  const verdict = answer.right ? vscode.l10n.t('Right') : vscode.l10n.t('Not right');
  const onward: Row = {
    label: number < of ? `$(arrow-right) ${vscode.l10n.t('Next card')}` : `$(checklist) ${vscode.l10n.t('Score')}`,
    move: next,
    alwaysShow: true,
  };
  return pick<QuizMove>({
    title: vscode.l10n.t('{0} · card {1} of {2} · {3}', verdict, number, of, card.skill),
    text: card.explanation,
    placeholder: vscode.l10n.t('Press Enter to go on, or go back to read the card again'),
    items: [onward, ...answerRows(page), ...sourceRows(dealt)],
    active: onward,
    canGoBack: true,
  });
}

/** The right answer first; beside it or below it, what was answered. */
function answerRows({ card: dealt, answer }: ExplanationPage): readonly Row[] {
  const right = chosenText(dealt, rightAnswer(dealt.card));
  const own = chosenText(dealt, answer.chosen);
  const yours = vscode.l10n.t('your answer');
  const rightRows = right.flatMap((text) => {
    const isOwn = answer.right || own.includes(text);
    return said(isOwn ? 'pass-filled' : 'circle-large-outline', text, isOwn ? yours : '');
  });
  const wrong = answer.right ? [] : own.filter((text) => !right.includes(text));
  return [
    separator(right.length > 1 ? vscode.l10n.t('the right answer, in full') : vscode.l10n.t('the right answer')),
    // A number within its tolerance, or another word for a gap, is right as it was typed.
    ...(answer.right && isTyped(dealt) ? own.flatMap((text) => said('pass-filled', text, yours)) : rightRows),
    ...(wrong.length === 0
      ? []
      : [separator(vscode.l10n.t('not right')), ...wrong.flatMap((text) => said('close', text, yours))]),
  ];
}

function isTyped({ card }: DealtCard): boolean {
  return card.kind === 'numeric' || card.kind === 'cloze';
}

function sourceRows({ card, source }: DealtCard): readonly Row[] {
  if (!source) return [];
  const interest = interestWords(source);
  return [
    separator(vscode.l10n.t('Source')),
    ...said('book', source.title, sourceWords(source, card.state)),
    ...(interest === undefined ? [] : said('megaphone', interest, '')),
  ];
}

function said(icon: string, text: string, description: string): readonly Row[] {
  return inRows<Row>(text, { label: text, icon, description, move: next });
}

function separator(label: string): Row {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}
