import type { Card, Pack } from '../model/index.ts';
import { type PackFinding, warning } from './finding.ts';

/** Two cards that share so much of their words are one card asked twice. */
const alike = 0.85;
/** More cards than these are compared only among the first: comparing all with all grows with the square. */
const mostCards = 1_500;

/** Cards that are nearly the same, and cards whose right option stands out by its length. */
export function lintCards(pack: Pack): readonly PackFinding[] {
  const cards = pack.cards ?? [];
  return [...nearDuplicates(cards), ...cards.flatMap(givesAway)];
}

function nearDuplicates(cards: readonly Card[]): readonly PackFinding[] {
  const findings: PackFinding[] = [];
  const words = cards.slice(0, mostCards).map((card) => new Set(wordsOf(card)));
  for (const [index, own] of words.entries()) {
    const twin = words.findIndex((other, at) => at < index && jaccard(own, other) >= alike);
    if (twin < 0) continue;
    const { id } = cards[twin] as Card;
    findings.push(
      warning(
        'cards-alike',
        ['cards', index, 'prompt'],
        `This card asks nearly the same as "${id}". Keep one of them.`,
      ),
    );
  }
  return findings;
}

/** What a card asks: its prompt and what it is asked about, but not its explanation. */
function wordsOf(card: Card): readonly string[] {
  const parts = [card.prompt];
  if (card.kind === 'order') parts.push(...card.items);
  if (card.kind === 'match') parts.push(...card.items.map(({ text }) => text));
  if (card.kind === 'spot-pitfall') parts.push(card.sample);
  if (card.kind === 'cloze') parts.push(card.text);
  if (card.kind === 'choice' || card.kind === 'multiple') parts.push(...card.options);
  return (
    parts
      .join(' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}.]+/gu) ?? []
  );
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  // Even if all of the smaller one is shared, it would not be enough.
  if (small.size < alike * large.size) return 0;
  let shared = 0;
  for (const word of small) if (large.has(word)) shared++;
  return shared / (a.size + b.size - shared);
}

function givesAway(card: Card, index: number): readonly PackFinding[] {
  const options =
    card.kind === 'choice'
      ? card.options
      : card.kind === 'true-false'
        ? (card.reasons ?? []).map((one) => one.because)
        : [];
  const right = card.kind === 'choice' ? card.answer : card.kind === 'true-false' ? card.reason : undefined;
  const own = right === undefined ? undefined : options[right];
  if (own === undefined) return [];
  const longest = Math.max(...options.filter((_, at) => at !== right).map(({ length }) => length));
  if (own.length < 1.5 * longest || own.length - longest < 20) return [];
  const path =
    card.kind === 'choice'
      ? ['cards', index, 'options', right as number]
      : ['cards', index, 'reasons', right as number];
  return [
    warning(
      'card-gives-itself-away',
      path,
      `The right option has ${own.length} characters and the longest wrong one ${longest}: its length gives it away.`,
    ),
  ];
}
