import { stemOf, tokenise } from '../text/index.ts';

/** One phrase may stand for so many; a number of groups grows it fast. */
const mostVariants = 4_000;

/**
 * Expands `{read,write} path` to `read path` and `write path`, `{index ,}lookup` to `index lookup` and `lookup`. Groups do not
 * nest; an empty alternative is allowed.
 * Throws a `RangeError` with what is wrong.
 */
export function expandPhrase(phrase: string): readonly string[] {
  return variantsOf(phrase, phrase).filter((variant) => variant !== '');
}

/**
 * The pieces of a phrase, between spaces that stand outside of groups, each as all that may stand there; an empty text where
 * it may be left out. One of each, in order, is what the phrase stands for, so the pieces say it without writing it out.
 * Throws a `RangeError` as `expandPhrase` does.
 */
export function phrasePieces(phrase: string): readonly (readonly string[])[] {
  const pieces = (phrase.match(/(?:\{[^}]*\}?|[^\s{])+/g) ?? []).map((piece) => [
    ...new Set(variantsOf(piece, phrase)),
  ]);
  if (pieces.reduce((count, variants) => count * variants.length, 1) > mostVariants) throw tooWide(phrase);
  return pieces;
}

/** All that a text with groups stands for, an empty text among it where all of it may be left out. */
function variantsOf(text: string, phrase: string): readonly string[] {
  let variants = [''];
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('{', at);
    if (open < 0) {
      const tail = text.slice(at);
      if (tail.includes('}')) throw new RangeError(`"${shortened(phrase)}" closes a group that was not opened`);
      variants = variants.map((variant) => variant + tail);
      break;
    }
    const close = text.indexOf('}', open);
    const inner = text.slice(open + 1, close < 0 ? undefined : close);
    if (close < 0 || inner.includes('{'))
      throw new RangeError(`"${shortened(phrase)}" opens a group that is not closed`);
    const literal = text.slice(at, open);
    const choices = inner.split(',').map((choice) => literal + choice.trimStart());
    // Before it is done, not after: one more group could fill the memory.
    if (variants.length * choices.length > mostVariants) throw tooWide(phrase);
    variants = variants.flatMap((variant) => choices.map((choice) => variant + choice));
    at = close + 1;
  }
  return variants.map(plain);
}

function tooWide(phrase: string): RangeError {
  return new RangeError(`"${shortened(phrase)}" expands to more than 4,000 phrases`);
}

/** What a word of a text is compared with: its stem, or the word itself where the author marked it as exact. */
export interface ComparedWord {
  readonly text: string;
  readonly exact: boolean;
}

/** The words of a part of a phrase: what stands between two spaces, without groups; `=` before it asks for the exact word. */
export function comparedWords(part: string): readonly ComparedWord[] {
  const exact = part.startsWith('=');
  return tokenise(exact ? part.slice(1) : part).word.map((word) => ({ text: exact ? word : stemOf(word), exact }));
}

/** With one space between words. */
function plain(variant: string): string {
  const trimmed = variant.trim();
  return /\s\s|[^\S ]/.test(trimmed) ? trimmed.replace(/\s+/g, ' ') : trimmed;
}

/** A phrase as a message quotes it. */
export function shortened(phrase: string): string {
  return phrase.length <= 80 ? phrase : `${phrase.slice(0, 79).toWellFormed()}…`;
}
