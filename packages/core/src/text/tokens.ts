import { stemmer } from 'stemmer';
import { ownStems } from './false-friends.ts';

/**
 * What separates a token from the one before it: nothing but space, a comma, or a break that ends a clause
 * (semicolon, colon, dash, bracket, slash between clauses, cell border).
 */
const gap = { none: 0, comma: 1, clause: 2 } as const;

/** Tokens of one block, as parallel arrays. Offsets are UTF-16, counted from the start of the block. */
export interface Tokens {
  readonly count: number;
  readonly start: readonly number[];
  readonly end: readonly number[];
  /** Lower-case, without zero-width characters, possessive endings and accents of typing (curly apostrophes). */
  readonly word: readonly string[];
  readonly stem: readonly string[];
  readonly gap: readonly number[];
}

/** Zero-width and soft-hyphen characters belong to the word they hide in, and do not count. */
const wordPattern = /[\p{L}\p{N}\p{M}\u200b-\u200d\u2060\ufeff\u00ad]+(?:['’][\p{L}\p{M}]+)*/gu;
const invisible = /[\u200b-\u200d\u2060\ufeff\u00ad]/g;
const clauseBreak = /[;:()[\]{}|—–!?.→]|\s-+\s|->|=>/;

/** Of the single characters that stand between two words, those that part them; "a/b", "a:b" and "a-b" are one thing. */
const soloBreak = new Set([',', '.', ';', '—']);

const memoLimit = 100_000;
let stems = new Map<string, string>();

/** The stem of a lower-case word (Porter, without its false friends); words with digits stand for themselves. Memoised. */
export function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = ownStems.get(word) ?? (/^[a-z]{3,40}$/.test(word) ? stemmer(word) : word);
  if (stems.size >= memoLimit) stems = new Map();
  stems.set(word, stem);
  return stem;
}

/** The form under which a word is compared: lower case, plain apostrophe, no possessive ending. */
export function normalise(raw: string): string {
  let word = raw.toLowerCase();
  if (/[^a-z0-9]/.test(word)) {
    word = word.replace(invisible, '').replace(/’/g, "'");
    if (word.endsWith("'s")) word = word.slice(0, -2);
  }
  return word;
}

/** Splits a masked block text (masked characters are spaces) into tokens. */
export function tokenise(masked: string): Tokens {
  const start: number[] = [];
  const end: number[] = [];
  const word: string[] = [];
  const stem: string[] = [];
  const gaps: number[] = [];
  let previousEnd = 0;
  wordPattern.lastIndex = 0;
  for (let match = wordPattern.exec(masked); match; match = wordPattern.exec(masked)) {
    const form = normalise(match[0]);
    if (form === '') continue;
    start.push(match.index);
    const between = masked.slice(previousEnd, match.index);
    previousEnd = match.index + match[0].length;
    end.push(previousEnd);
    word.push(form);
    stem.push(stemOf(form));
    gaps.push(between.length <= 1 && !soloBreak.has(between) ? gap.none : gapOf(between));
  }
  return { count: start.length, start, end, word, stem, gap: gaps };
}

function gapOf(between: string): number {
  if (clauseBreak.test(between)) return gap.clause;
  return between.includes(',') ? gap.comma : gap.none;
}
