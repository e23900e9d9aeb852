import type { Card } from '../model/index.ts';
import type { Chosen } from './events.ts';

/** What is lost to floating point is nobody's mistake. */
const rounding = 1e-9;

/** Whether what was chosen is right. An answer of the wrong shape is wrong, never an error. */
export function isRight(card: Card, chosen: Chosen): boolean {
  switch (card.kind) {
    case 'choice':
    case 'spot-pitfall':
      return chosen === card.answer;
    case 'multiple': {
      if (!Array.isArray(chosen)) return false;
      const [picked, wanted] = [new Set(chosen), new Set(card.answers)];
      return picked.size === wanted.size && [...wanted].every((index) => picked.has(index));
    }
    case 'true-false':
      return chosen === (card.reasons ? card.reason : card.answer);
    case 'order':
      return isList(chosen, card.items.length) && chosen.every((item, place) => item === place);
    case 'match':
      return isList(chosen, card.items.length) && card.items.every(({ target }, item) => chosen[item] === target);
    case 'cloze':
      return typeof chosen === 'string' && card.accepted.some((words) => sameWords(words, chosen));
    case 'numeric':
      return (
        typeof chosen === 'number' &&
        Math.abs(chosen - card.answer) <= Math.abs(card.answer) * (card.tolerance + rounding)
      );
  }
}

function isList(chosen: Chosen, length: number): chosen is number[] {
  return Array.isArray(chosen) && chosen.length === length;
}

/** Case, spaces and hyphens are how a word is written, not whether it is known. */
function sameWords(a: string, b: string): boolean {
  return plainWords(a) === plainWords(b);
}

function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Pd}_]+/gu, ' ')
    .replace(/^[\s"'.]+|[\s"'.]+$/g, '');
}

/** What is right, as it would have been chosen. */
export function rightAnswer(card: Card): Chosen {
  switch (card.kind) {
    case 'choice':
    case 'spot-pitfall':
    case 'numeric':
      return card.answer;
    case 'multiple':
      return card.answers;
    case 'true-false':
      return card.reasons ? (card.reason ?? 0) : card.answer;
    case 'cloze':
      return card.accepted[0] ?? '';
    case 'order':
      return card.items.map((_, index) => index);
    case 'match':
      return card.items.map(({ target }) => target);
  }
}

const multiples: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, b: 1e9, bn: 1e9, t: 1e12 };

/**
 * Reads a number as people type it: `2315`, `2,315`, `2 315`, `3.52e12`, `3,52`, `20k`, `1.2M`. A comma before exactly three
 * digits parts thousands, unless the number begins with 0; any other single comma is a decimal one. Undefined when it is
 * no number.
 */
export function readNumber(text: string): number | undefined {
  const plain = text
    .trim()
    .replace(/[\s_'’]+(?=\d{3})/g, '')
    .replace('−', '-');
  const match = /^([+-]?)(\d[\d,]*)?(\.\d+)?(?:e([+-]?\d{1,3}))?\s*([a-z]{0,2})$/i.exec(plain);
  if (!match) return undefined;
  const [, sign, whole = '', fraction = '', exponent = '0', suffix = ''] = match;
  const multiple = multiples[suffix.toLowerCase()];
  if (multiple === undefined || (whole === '' && fraction === '')) return undefined;
  const digits = withoutCommas(whole, fraction !== '');
  if (digits === undefined) return undefined;
  const value = Number(`${sign}${digits}${fraction}e${exponent}`) * multiple;
  return Number.isFinite(value) ? value : undefined;
}

function withoutCommas(whole: string, hasFraction: boolean): string | undefined {
  if (!whole.includes(',')) return whole;
  if (/^[1-9]\d{0,2}(?:,\d{3})+$/.test(whole)) return whole.replaceAll(',', '');
  return !hasFraction && /^\d+,\d+$/.test(whole) ? whole.replace(',', '.') : undefined;
}
