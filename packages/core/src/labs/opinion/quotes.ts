import type { Debrief } from '../../practice/index.ts';

/** Words of an answer, with where they stand. */
export type Quote = Debrief['dimensions'][number]['criteria'][number]['quotes'][number];

/** In words. One or two words stand in nearly any answer and show nothing. */
export const shortestQuote = 3;
/** In characters. More than this is the answer again, and no quote of it. */
export const longestQuote = 600;

/**
 * Where a text has the words of a quote: letter for letter, or with other spaces and line breaks between the same words.
 * Undefined where it does not, or where the quote is too short or too long to show anything.
 *
 * @param start where to look from: what comes before is not the answer's own.
 */
export function findQuote(text: string, quote: string, start = 0): Quote | undefined {
  const words = quote.match(/\S+/g) ?? [];
  if (words.length < shortestQuote || quote.trim().length > longestQuote) return undefined;
  const exact = text.indexOf(quote.trim(), start);
  if (exact >= 0) return quoteAt(text, exact, exact + quote.trim().length);
  const pattern = new RegExp(words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('\\s+'), 'g');
  pattern.lastIndex = start;
  const found = pattern.exec(text);
  return found ? quoteAt(text, found.index, pattern.lastIndex) : undefined;
}

function quoteAt(text: string, start: number, end: number): Quote {
  return { start, end, text: text.slice(start, end).replace(/\s+/g, ' ') };
}
