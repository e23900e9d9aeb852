import { type Answer, findQuantities, type Quantity, readAnswer, stemOf, tokenise } from '../../../text/index.ts';
import type { Cut } from '../model.ts';
import { type NamedTime, timesIn } from './times.ts';
import { denying, denyingAfter, denyingHeadings, dismissing, hedging, namesOf } from './words.ts';

/** A sentence of a diagnosis, or a row of a table in it. Offsets are UTF-16 into the whole text. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly words: readonly string[];
  readonly stems: readonly string[];
  /** The heading above, as written. */
  readonly heading: string;
  /** Which paragraph, list item or table row it is of. */
  readonly block: number;
  /** It takes back what it says, or stands under a heading that does. */
  readonly dismisses: boolean;
  readonly hedges: boolean;
  readonly times: readonly NamedTime[];
  /** With offsets into the whole text. */
  readonly quantities: readonly Quantity[];
}

/** A phrase as stems. */
export type Phrase = readonly string[];

const marks = /[`*_~]/g;

/** Reads what a diagnosis says. What the incident itself says is not said by whoever repeats it. */
export function readDiagnosis(text: string, given: readonly string[], year: number): readonly Sentence[] {
  const repeated = gramsOf(given);
  const answer = readAnswer(text);
  const sentences: Sentence[] = [];
  let heading = '';
  let block = 0;
  for (const { start, chunk } of answer.chunks) {
    for (const { offset, analysis } of chunk.blocks) {
      if (analysis.kind === 'heading') heading = analysis.text.replace(/^[#\s]+/, '').trim();
      if (!['paragraph', 'item', 'row'].includes(analysis.kind)) continue;
      block += 1;
      for (const unit of analysis.units) {
        const sentence = sentenceOf(answer, {
          start: start + offset + unit.start,
          end: start + offset + unit.end,
          heading,
          block,
          year,
        });
        if (unit.unfinished || unit.question || sentence.words.length < 3) continue;
        if (!isRepeated(sentence.words, repeated)) sentences.push(sentence);
      }
    }
  }
  return sentences;
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly heading: string;
  readonly block: number;
  readonly year: number;
}

function sentenceOf(answer: Answer, { start, end, heading, block, year }: Piece): Sentence {
  // Marks become spaces, so that offsets stay and `session_id` is two words, as people also write it.
  const text = answer.slice(start, end).replace(marks, ' ');
  const { word, stem } = tokenise(text);
  const own = { words: word, stems: stem };
  return {
    ...{ start, end, text, heading, block, ...own },
    dismisses: denyingHeadings.test(heading) || places(own, dismissing.map(phraseOf)).length > 0,
    hedges: places(own, hedging.map(phraseOf)).length > 0,
    times: timesIn(text, year),
    quantities: findQuantities(text).map((one) => ({ ...one, start: one.start + start, end: one.end + start })),
  };
}

/** A phrase, ready to be looked for. */
export function phraseOf(text: string): Phrase {
  return tokenise(text.replace(marks, ' ')).word.map(stemOf);
}

/** Where in a sentence phrases stand: the first and the last word of each. */
export function places(
  { stems }: Pick<Sentence, 'stems'>,
  phrases: readonly Phrase[],
): readonly (readonly [first: number, last: number])[] {
  const found: (readonly [number, number])[] = [];
  for (const phrase of phrases) {
    if (phrase.length === 0) continue;
    for (let at = stems.indexOf(phrase[0] as string); at >= 0; at = stems.indexOf(phrase[0] as string, at + 1))
      if (phrase.every((stem, index) => stems[at + index] === stem)) found.push([at, at + phrase.length - 1]);
  }
  return found;
}

/** Whether a sentence says one of the phrases and neither denies nor takes it back. */
export function affirms(sentence: Sentence, phrases: readonly Phrase[]): boolean {
  if (sentence.dismisses) return false;
  return places(sentence, phrases).some(([first, last]) => {
    const before = sentence.words.slice(Math.max(0, first - 4), first);
    // A phrase that begins with its own denial, such as "no value", has nothing before it to be denied by.
    return !before.some((word) => denying.includes(word)) && !denyingAfter.includes(sentence.words[last + 1] ?? '');
  });
}

/** Which of these cuts a sentence names. */
export function cutsNamed({ text, ...sentence }: Sentence, cuts: readonly Cut[]): readonly Cut[] {
  return cuts.filter((cut) =>
    namesOf(cut).some((name) =>
      // Two capital letters are a country; in small letters they are a word.
      /^[A-Z]{2}$/.test(name)
        ? new RegExp(`(?<![\\p{L}\\p{N}])${name}(?![\\p{L}\\p{N}])`, 'u').test(text)
        : /^\d/.test(name)
          ? versionIn(text, name)
          : places(sentence, [phraseOf(name)]).length > 0,
    ),
  );
}

/** A version as written, or without its last part where that is a zero or one. */
function versionIn(text: string, version: string): boolean {
  const short = version.replace(/^(\d+\.\d+)\.\d$/, '$1');
  return [version, short].some((one) =>
    new RegExp(`(?<![\\d.])${one.replaceAll('.', '\\.')}(?!\\d|\\.\\d)(?:\\.x)?`).test(text),
  );
}

const gramLength = 4;

function gramsOf(texts: readonly string[]): ReadonlySet<string> {
  const grams = new Set<string>();
  for (const text of texts) for (const gram of gramsIn(tokenise(text.replace(marks, ' ')).word)) grams.add(gram);
  return grams;
}

function gramsIn(words: readonly string[]): readonly string[] {
  return words.slice(gramLength - 1).map((_, at) => words.slice(at, at + gramLength).join(' '));
}

/** Whether nearly all that is said stands in a text that was given. */
function isRepeated(words: readonly string[], given: ReadonlySet<string>): boolean {
  const grams = gramsIn(words);
  return grams.length > 0 && grams.filter((gram) => given.has(gram)).length >= grams.length * 0.7;
}
