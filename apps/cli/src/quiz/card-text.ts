import type { Card } from '@rubricate/core/model';
import { type Chosen, type DealtCard, readNumber } from '@rubricate/core/practice';

/** What a card offers to choose from, in the order it is shown; none where words or a number are typed. */
export function optionsOf({ card, order, pitfalls }: DealtCard): readonly string[] {
  switch (card.kind) {
    case 'choice':
    case 'multiple':
      return order.map((option) => card.options[option] ?? '');
    case 'spot-pitfall':
      return order.map((option) => pitfalls[option] ?? '');
    case 'true-false':
      return card.reasons ? order.map((reason) => reasonText(card, reason)) : ['True', 'False'];
    case 'order':
      return order.map((item) => card.items[item] ?? '');
    case 'match':
      return card.targets;
    case 'numeric':
    case 'cloze':
      return [];
  }
}

/** What is asked, in paragraphs. */
export function askedText({ card, order }: DealtCard): readonly string[] {
  switch (card.kind) {
    case 'spot-pitfall':
      return [card.prompt, `"${card.sample.trim()}"`];
    case 'cloze':
      return [card.prompt, card.text];
    case 'match':
      return [card.prompt, ...order.map((item, place) => `${letter(place)}  ${card.items[item]?.text ?? ''}`)];
    default:
      return [card.prompt];
  }
}

/** How to answer. */
export function askingText({ card, order }: DealtCard): string {
  switch (card.kind) {
    case 'choice':
    case 'spot-pitfall':
    case 'true-false':
      return 'The number of one option';
    case 'multiple':
      return 'The numbers of all that hold';
    case 'order':
      return 'The numbers in the right order';
    case 'match':
      return `A number for each of ${order.map((_, place) => letter(place)).join(', ')}`;
    case 'numeric':
      return `A number${card.unit === '' ? '' : ` in ${card.unit}`}`;
    case 'cloze':
      return 'The words for the gap';
  }
}

/** As much as an event keeps of typed words. */
const mostTyped = 200;

/** Reads what was typed as an answer; a string says what is wrong with it. */
export function readAnswer(dealt: DealtCard, typed: string): { readonly chosen: Chosen } | string {
  const { card, order } = dealt;
  if (card.kind === 'numeric') {
    const chosen = readNumber(typed);
    return chosen === undefined ? 'Type a number, such as 2315, 2,315, 3.5e12 or 20k.' : { chosen };
  }
  if (card.kind === 'cloze')
    return typed.length > mostTyped ? 'That is too long; a few words are missing.' : { chosen: typed };
  const options = optionsOf(dealt).length;
  const numbers = typed.split(/[\s,]+/).filter(Boolean);
  const places = numbers.map((number) => (/^\d{1,2}$/.test(number) ? Number(number) - 1 : -1));
  if (places.some((place) => place < 0 || place >= options)) return `Type numbers from 1 to ${options}.`;
  const [first] = places;
  switch (card.kind) {
    case 'choice':
    case 'spot-pitfall':
    case 'true-false':
      if (first === undefined || places.length > 1) return 'Type one number.';
      return { chosen: card.kind === 'true-false' && !card.reasons ? first === 0 : (order[first] ?? first) };
    case 'multiple':
      return { chosen: [...new Set(places.map((place) => order[place] ?? 0))].sort((a, b) => a - b) };
    case 'order':
      return new Set(places).size === card.items.length && places.length === card.items.length
        ? { chosen: places.map((place) => order[place] ?? 0) }
        : `Type all ${card.items.length} numbers, each once.`;
    case 'match':
      return places.length === card.items.length
        ? // Asked in the order they were dealt, answered in the pack's own.
          { chosen: card.items.map((_, item) => places[order.indexOf(item)] ?? 0) }
        : `Type ${card.items.length} numbers, one for each line with a letter.`;
  }
}

/** An answer in words; one entry for each line it takes. */
export function answerText({ card, pitfalls }: DealtCard, chosen: Chosen): readonly string[] {
  const list = Array.isArray(chosen) ? chosen : [];
  switch (card.kind) {
    case 'choice':
      return [card.options[Number(chosen)] ?? ''];
    case 'multiple':
      return list.map((option) => card.options[option] ?? '');
    case 'spot-pitfall':
      return [pitfalls[Number(chosen)] ?? ''];
    case 'true-false':
      return [card.reasons ? reasonText(card, Number(chosen)) : chosen === true ? 'True' : 'False'];
    case 'numeric':
      return [`${Number(chosen)} ${card.unit}`.trim()];
    case 'cloze':
      return [card.text.replace('___', () => `[${String(chosen)}]`)];
    case 'order':
      return list.map((item, place) => `${place + 1}. ${card.items[item] ?? ''}`);
    case 'match':
      return card.items.map(({ text }, item) => `${text} → ${card.targets[list[item] ?? -1] ?? ''}`);
  }
}

function reasonText(card: Extract<Card, { readonly kind: 'true-false' }>, index: number): string {
  const reason = card.reasons?.[index];
  return reason ? `${reason.verdict ? 'True' : 'False'}: ${reason.because}` : '';
}

function letter(place: number): string {
  return String.fromCharCode('a'.charCodeAt(0) + place);
}
