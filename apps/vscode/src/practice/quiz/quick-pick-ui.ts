import type { Card } from '@rubricate/core/model';
import { type Chosen, type DealtCard, readNumber } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { ask, type MoveItem, pick } from './quick-input.ts';
import type { CardPage, ExplanationPage, QuizMove, QuizUi, ScorePage } from './run-quiz.ts';

/** The quiz in the editor's own quick input: keyboard only, one page at a time. */
export const quickPickUi: QuizUi = { card: showCard, explanation: showExplanation, score: showScore };

const next: QuizMove = { kind: 'next' };

function showCard(page: CardPage, of: number): Promise<QuizMove> {
  const { number, card: dealt, answer } = page;
  const { card } = dealt;
  const title = vscode.l10n.t('Card {0} of {1} · {2}', number, of, card.skill);
  const canGoBack = number > 1;
  const again = answer && vscode.l10n.t('Already answered. Enter goes on to the explanation.');
  switch (card.kind) {
    case 'numeric':
      return ask({
        title,
        text: again ? `${card.prompt} ${again}` : card.prompt,
        placeholder: vscode.l10n.t('A number in {0}', card.unit),
        value: typeof answer?.chosen === 'number' ? String(answer.chosen) : '',
        read: (value) => readAnswer(value, answer !== undefined),
        canGoBack,
      });
    case 'multiple': {
      const items = dealt.order.map((option) => ({
        ...inTwoLines(card.options[option] ?? ''),
        option,
        picked: Array.isArray(answer?.chosen) && answer.chosen.includes(option),
      }));
      return pick({
        title,
        text: card.prompt,
        placeholder:
          again ?? vscode.l10n.t('Move with the arrow keys, tick all that hold with Space, then press Enter'),
        items,
        many: (options) =>
          answer
            ? next
            : options.length > 0
              ? { kind: 'answer', chosen: [...options].sort((a, b) => a - b) }
              : undefined,
        canGoBack,
      });
    }
    case 'choice':
    case 'true-false': {
      const items = optionsOf(dealt).map(
        ({ label, chosen }): MoveItem => ({
          ...inTwoLines(label),
          ...(answer?.chosen === chosen ? { description: vscode.l10n.t('your answer') } : {}),
          move: answer ? next : { kind: 'answer', chosen },
        }),
      );
      return pick({
        title,
        text: card.prompt,
        placeholder:
          again ?? vscode.l10n.t('Choose one and press Enter; Escape ends the quiz and keeps what you answered'),
        items,
        active: items.find(({ description }) => description !== undefined),
        canGoBack,
      });
    }
  }
}

/** A row does not wrap and cuts what is too long; it has a second line, though. */
function inTwoLines(text: string): { readonly label: string; readonly detail?: string } {
  if (text.length <= lineLength) return { label: text };
  const at = text.lastIndexOf(' ', lineLength);
  return at < 0 ? { label: text } : { label: text.slice(0, at), detail: text.slice(at + 1) };
}

const lineLength = 72;

interface Option {
  readonly label: string;
  readonly chosen: number | boolean;
}

function optionsOf({ card, order }: DealtCard): readonly Option[] {
  if (card.kind === 'choice') return order.map((option) => ({ label: card.options[option] ?? '', chosen: option }));
  return [
    { label: vscode.l10n.t('True'), chosen: true },
    { label: vscode.l10n.t('False'), chosen: false },
  ];
}

function readAnswer(value: string, isAnswered: boolean): QuizMove | string {
  if (isAnswered) return next;
  const chosen = readNumber(value);
  return chosen === undefined
    ? vscode.l10n.t('Type a number, such as 2315, 2,315, 3.5e12 or 20k.')
    : { kind: 'answer', chosen };
}

function showExplanation({ number, card: { card, source }, answer }: ExplanationPage, of: number): Promise<QuizMove> {
  const verdict = answer.right ? vscode.l10n.t('Right') : vscode.l10n.t('Not right');
  const onward: MoveItem = {
    label: number < of ? `$(arrow-right) ${vscode.l10n.t('Next card')}` : `$(checklist) ${vscode.l10n.t('Score')}`,
    move: next,
    alwaysShow: true,
  };
  const said = (icon: string, text: string, description: string): MoveItem => {
    const { label, detail } = inTwoLines(text);
    return { label: `$(${icon}) ${label}`, description, ...(detail === undefined ? {} : { detail }), move: next };
  };
  const answers = answer.right
    ? [said('pass-filled', answerText(card, answer.chosen), vscode.l10n.t('your answer'))]
    : [said('close', answerText(card, answer.chosen), vscode.l10n.t('your answer'))];
  const origin: readonly MoveItem[] = source
    ? [
        { label: vscode.l10n.t('Source'), kind: vscode.QuickPickItemKind.Separator },
        said('book', source.title, [source.publisher, ...(source.date === 'undated' ? [] : [source.date])].join(', ')),
      ]
    : [];
  return pick({
    title: vscode.l10n.t('{0} · card {1} of {2} · {3}', verdict, number, of, card.skill),
    // A row would cut a long answer; up here it has room.
    text: answer.right
      ? card.explanation
      : `${vscode.l10n.t('The right answer: {0}.', rightText(card).replace(/\.$/, ''))} ${card.explanation}`,
    placeholder: vscode.l10n.t('Press Enter to go on, or go back to read the card again'),
    items: [onward, { label: '', kind: vscode.QuickPickItemKind.Separator }, ...answers, ...origin],
    active: onward,
    canGoBack: true,
  });
}

function rightText(card: Card): string {
  switch (card.kind) {
    case 'choice':
    case 'true-false':
    case 'numeric':
      return answerText(card, card.answer);
    case 'multiple':
      return answerText(card, card.answers);
  }
}

function answerText(card: Card, chosen: Chosen | readonly number[]): string {
  switch (card.kind) {
    case 'choice':
    case 'multiple': {
      const indexes = typeof chosen === 'object' ? chosen : [Number(chosen)];
      return indexes.map((index) => card.options[index] ?? '').join('; ');
    }
    case 'true-false':
      return chosen === true ? vscode.l10n.t('True') : vscode.l10n.t('False');
    case 'numeric': {
      const number = Number(chosen).toLocaleString(vscode.env.language, { maximumSignificantDigits: 8 });
      return `${number} ${card.unit}`.trim();
    }
  }
}

function showScore({ right, answered, wrong }: ScorePage, _of: number): Promise<QuizMove> {
  const again: MoveItem = { label: `$(refresh) ${vscode.l10n.t('Another quiz')}`, move: { kind: 'again' } };
  const done: MoveItem = { label: `$(check) ${vscode.l10n.t('Done')}`, move: { kind: 'quit' } };
  const missed = wrong.map(
    ({ key, card }): MoveItem => ({
      label: card.skill,
      detail: card.prompt,
      move: { kind: 'read', key },
    }),
  );
  return pick({
    title: vscode.l10n.t('Quiz: {0} of {1} right', right, answered),
    text:
      wrong.length === 0
        ? vscode.l10n.t('All of them. These cards come back later, each time after a longer while.')
        : vscode.l10n.t('What was not right comes back in the next quiz.'),
    placeholder: '',
    items: [
      done,
      again,
      ...(missed.length === 0
        ? []
        : [{ label: vscode.l10n.t('Read again'), kind: vscode.QuickPickItemKind.Separator }, ...missed]),
    ],
    active: done,
    canGoBack: answered > 0,
  });
}
