import type { Card } from '@rubricate/core/model';
import { type CardPage, type Chosen, type DealtCard, type QuizMove, readNumber } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { chosenText, placedText, reasonText, verdictText } from './card-words.ts';
import { placeItems } from './place-items.ts';
import { ask, inRows, type MoveItem, pick } from './quick-input.ts';

const next: QuizMove = { kind: 'next' };

/** A card as it is asked, or as it was answered. */
export function showCard(page: CardPage, of: number): Promise<QuizMove> {
  const { number, card: dealt, answer } = page;
  const asked: Asked = {
    title: vscode.l10n.t('Card {0} of {1} · {2}', number, of, dealt.card.skill),
    canGoBack: number > 1,
  };
  return answer ? showAnswered(dealt, answer.chosen, asked) : askCard(dealt, asked);
}

interface Asked {
  readonly title: string;
  readonly canGoBack: boolean;
}

function askCard(dealt: DealtCard, asked: Asked): Promise<QuizMove> {
  const { card } = dealt;
  switch (card.kind) {
    case 'numeric':
      return ask<QuizMove>({
        ...asked,
        text: card.prompt,
        placeholder: vscode.l10n.t('A number in {0}', card.unit),
        value: '',
        read: (value) => {
          const chosen = readNumber(value);
          return chosen === undefined
            ? vscode.l10n.t('Type a number, such as 2315, 2,315, 3.5e12 or 20k.')
            : { kind: 'answer', chosen };
        },
      });
    case 'cloze':
      return ask<QuizMove>({
        ...asked,
        text: clozeText(card),
        placeholder: vscode.l10n.t('The words for the gap'),
        value: '',
        read: (value) => {
          const chosen = value.trim();
          if (chosen === '') return vscode.l10n.t('Type the words that are missing in the sentence.');
          return chosen.length > mostTyped
            ? vscode.l10n.t('That is too long; a few words are missing in the sentence.')
            : { kind: 'answer', chosen };
        },
      });
    case 'multiple':
      return pick<QuizMove>({
        ...asked,
        text: card.prompt,
        placeholder: vscode.l10n.t('Move with the arrow keys, tick all that hold with Space, then press Enter'),
        items: dealt.order.flatMap((option) => inRows(card.options[option] ?? '', { option })),
        many: (options) =>
          options.length > 0 ? { kind: 'answer', chosen: [...new Set(options)].sort((a, b) => a - b) } : undefined,
      });
    case 'choice':
    case 'true-false':
    case 'spot-pitfall':
      return pick<QuizMove>({
        ...asked,
        text: textOf(card),
        placeholder:
          card.kind === 'spot-pitfall'
            ? vscode.l10n.t('Which pitfall does this answer fall into? Choose one and press Enter')
            : vscode.l10n.t('Choose one and press Enter; Escape ends the quiz and keeps what you answered'),
        items: optionsOf(dealt).flatMap(({ label, chosen }) =>
          inRows<MoveItem<QuizMove>>(label, { label, move: { kind: 'answer', chosen } }),
        ),
      });
    case 'order':
      return askOrder(dealt, card, asked);
    case 'match':
      return askMatch(dealt, card, asked);
  }
}

/** As much as an event keeps of typed words. */
const mostTyped = 200;

type Of<Kind extends Card['kind']> = Extract<Card, { readonly kind: Kind }>;

function clozeText({ prompt, text }: Of<'cloze'>): string {
  return `${prompt}\n\n${text}`;
}

/** What is asked; the answer to find a pitfall in follows the prompt, in full. */
function textOf(card: Card): string {
  return card.kind === 'spot-pitfall' ? `${card.prompt}\n\n“${card.sample.trim()}”` : card.prompt;
}

interface Option {
  readonly label: string;
  readonly chosen: number | boolean;
}

function optionsOf({ card, order, pitfalls }: DealtCard): readonly Option[] {
  switch (card.kind) {
    case 'choice':
      return order.map((option) => ({ label: card.options[option] ?? '', chosen: option }));
    case 'spot-pitfall':
      return order.map((option) => ({ label: pitfalls[option] ?? '', chosen: option }));
    case 'true-false':
      return card.reasons
        ? order.map((reason) => ({ label: reasonText(card.reasons?.[reason]), chosen: reason }))
        : [true, false].map((verdict) => ({ label: verdictText(verdict), chosen: verdict }));
    default:
      return [];
  }
}

async function askOrder(dealt: DealtCard, card: Of<'order'>, asked: Asked): Promise<QuizMove> {
  const placed = await placeItems({
    ...asked,
    count: card.items.length,
    text: () => card.prompt,
    placeholder: (step) =>
      step === 0
        ? vscode.l10n.t('Choose what comes first')
        : vscode.l10n.t('Choose what comes next; Backspace takes the last one back'),
    choices: (so) =>
      dealt.order.filter((item) => !so.includes(item)).map((item) => ({ label: card.items[item] ?? '', value: item })),
    placed: (item, step) => ({ label: placedText(step, card.items[item] ?? '') }),
  });
  return 'kind' in placed ? placed : { kind: 'answer', chosen: [...placed] };
}

async function askMatch(dealt: DealtCard, card: Of<'match'>, asked: Asked): Promise<QuizMove> {
  const textAt = (step: number): string => card.items[dealt.order[step] ?? -1]?.text ?? '';
  const placed = await placeItems({
    ...asked,
    count: card.items.length,
    text: (step) => `${card.prompt}\n\n“${textAt(step)}”`,
    placeholder: (step) =>
      step === 0
        ? vscode.l10n.t('Choose what it belongs to')
        : vscode.l10n.t('Choose what it belongs to; Backspace takes the last one back'),
    choices: () => card.targets.map((label, value) => ({ label, value })),
    // What was chosen leads, so that a long item does not push it out of its row.
    placed: (target, step) => ({ label: card.targets[target] ?? '', description: textAt(step) }),
  });
  if ('kind' in placed) return placed;
  // Asked in the order they were dealt, answered in the pack's own.
  const chosen = card.items.map((_, item) => placed[dealt.order.indexOf(item)] ?? 0);
  return { kind: 'answer', chosen };
}

/** A card that has its answer is read again; whatever is pressed, Enter goes on. */
function showAnswered(dealt: DealtCard, chosen: Chosen, asked: Asked): Promise<QuizMove> {
  const { card } = dealt;
  const own = new Set(chosenText(dealt, chosen));
  const yours = vscode.l10n.t('your answer');
  const all = optionsIn(dealt);
  const shown = all.length > 0 ? all : [...own];
  const items = shown.flatMap((text) =>
    inRows<MoveItem<QuizMove>>(text, {
      label: text,
      move: next,
      ...(own.has(text) ? { description: yours } : {}),
    }),
  );
  return pick<QuizMove>({
    ...asked,
    text: card.kind === 'cloze' ? clozeText(card) : textOf(card),
    placeholder: vscode.l10n.t('Already answered. Enter goes on to the explanation.'),
    items,
    active: items.find(({ description }) => description !== undefined),
  });
}

/** The options of a card, as its answer is worded; none for cards that have no options. */
function optionsIn(dealt: DealtCard): readonly string[] {
  const { card, order } = dealt;
  return card.kind === 'multiple'
    ? order.map((option) => card.options[option] ?? '')
    : optionsOf(dealt).map(({ label }) => label);
}
