import { type Answer, type BlockAnalysis, readAnswer, type Unit } from '../../text/index.ts';
import { type Candidate, type Transcript, wordsIn } from './transcript.ts';
import type { Utterance } from './utterance.ts';

/** What the candidate said, as a text that can be reviewed, with the way back from each word to its moment. */
export interface SpokenAnswer {
  readonly answer: Answer;
  readonly pieces: readonly Piece[];
  readonly sentences: readonly Sentence[];
}

/** What one utterance became: `[start, end)` of the text. */
interface Piece {
  readonly start: number;
  readonly end: number;
  /** Index into the transcript's utterances. */
  readonly utterance: number;
}

/** A sentence of the candidate. Offsets are UTF-16 into the text of the answer. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly isQuestion: boolean;
  readonly words: readonly string[];
  /** What stands before each word: 0 nothing but space, 1 a comma, 2 a stronger break. */
  readonly gaps: readonly number[];
  /** The utterance in which it begins. */
  readonly utterance: number;
  /** Milliseconds at which it begins, by how much of its utterance is said before it; undefined where that is not known. */
  readonly at: number | undefined;
}

/** A silence as long as this ends a paragraph; shorter ones are breath. Milliseconds. */
export const silenceMs = 4_000;
/** Evidence that must stand together is looked for in a paragraph, so one that never ends would prove too much. */
const mostWordsAParagraph = 90;
/** Where nothing marks the end of a sentence, a pause does, or so many words. */
const unmarkedWords = 18;
const unmarkedPauseMs = 600;

/** Makes the text. What others say is left out; where they speak, a paragraph ends. */
export function spokenAnswer(transcript: Transcript, candidate: Candidate): SpokenAnswer {
  const { utterances, isPunctuated } = transcript;
  const parts: string[] = [];
  const pieces: Piece[] = [];
  let length = 0;
  const add = (text: string): void => {
    parts.push(text);
    length += text.length;
  };
  let paragraph = 0;
  let sentence = 0;
  let last: number | undefined;
  for (const [index, one] of utterances.entries()) {
    if (one.speaker !== candidate.name) continue;
    const before = last === undefined ? undefined : utterances[last];
    const isTurn = last !== undefined && last !== index - 1;
    const pause = before ? pauseBetween(before, one) : 0;
    const ends = isPunctuated ? /[.?!]["'”’)]*$/.test(before?.text ?? '') : sentence >= unmarkedWords;
    const isBreak = isTurn || pause > silenceMs || (paragraph >= mostWordsAParagraph && ends);
    const closes = before !== undefined && !isPunctuated && (isBreak || ends || pause > unmarkedPauseMs);
    if (before) {
      if (closes) sentence = 0;
      add(`${closes ? mark(parts) : ''}${isBreak ? '\n\n' : ' '}`);
    }
    if (isBreak) paragraph = 0;
    const start = length;
    const prose = asProse(one.text, before === undefined || isBreak);
    // A full stop before a small letter is read as one of an abbreviation.
    add(closes ? prose.replace(/^[a-z]/, (letter) => letter.toUpperCase()) : prose);
    pieces.push({ start, end: length, utterance: index });
    const words = wordsIn(one.text);
    paragraph += words;
    sentence += words;
    last = index;
  }
  if (last !== undefined) add('\n');
  const answer = readAnswer(parts.join(''));
  return { answer, pieces, sentences: sentencesOf(answer, pieces, transcript) };
}

function pauseBetween(before: Utterance, after: Utterance): number {
  return before.end === undefined || after.start === undefined ? 0 : after.start - before.end;
}

/** Ends a sentence that nothing marks. */
function mark(parts: readonly string[]): string {
  return /[.?!]$/.test(parts.at(-1) ?? '') ? '' : '.';
}

/** Speech is no mark-up: what would open a tag or code, or begin a heading, a list or a quote, is plain text. */
function asProse(text: string, isFirst: boolean): string {
  const plain = text.replace(/[\\`<]/g, '\\$&');
  return isFirst ? plain.replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2').replace(/^[#>+*=~-]/, '\\$&') : plain;
}

/** Words of the text as they were said. */
export function asSaid(prose: string): string {
  return prose
    .replace(/\\([\\`<.)#>+*=~-])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Which piece holds a place of the text. */
export function pieceAt(pieces: readonly Piece[], offset: number): Piece | undefined {
  let [low, high] = [0, pieces.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle] as Piece).start <= offset) low = middle;
    else high = middle - 1;
  }
  return pieces[low];
}

function sentencesOf(answer: Answer, pieces: readonly Piece[], transcript: Transcript): readonly Sentence[] {
  return answer.chunks.flatMap(({ start, chunk }) =>
    chunk.blocks.flatMap(({ offset, analysis }) =>
      analysis.units.map((unit) => sentenceOf({ unit, analysis, base: start + offset, pieces, transcript })),
    ),
  );
}

interface Placed {
  readonly unit: Unit;
  readonly analysis: BlockAnalysis;
  /** Where the block stands in the text. */
  readonly base: number;
  readonly pieces: readonly Piece[];
  readonly transcript: Transcript;
}

function sentenceOf({ unit, analysis: { tokens }, base, pieces, transcript }: Placed): Sentence {
  const words = tokens.word.slice(unit.firstToken, unit.lastToken);
  const start = base + unit.start;
  const piece = pieceAt(pieces, start);
  return {
    start,
    end: base + unit.end,
    isQuestion: transcript.isPunctuated ? unit.question : asks(words),
    words,
    gaps: tokens.gap.slice(unit.firstToken, unit.lastToken),
    utterance: piece?.utterance ?? 0,
    at: piece && momentIn(piece, start, transcript),
  };
}

function momentIn(piece: Piece, offset: number, { utterances }: Transcript): number | undefined {
  const { start, end } = utterances[piece.utterance] ?? {};
  if (start === undefined || end === undefined || piece.end === piece.start) return start;
  return start + Math.round(((end - start) * (offset - piece.start)) / (piece.end - piece.start));
}

const openers = new Set([
  'so',
  'and',
  'okay',
  'ok',
  'um',
  'uh',
  'well',
  'right',
  'then',
  'but',
  'first',
  'also',
  'yeah',
]);
const auxiliaries = new Set('is are was were do does did can could should shall will would may am have has'.split(' '));
const subjects = new Set('i we you they it he she there this that these those the'.split(' '));
const asking = new Set(['what', 'which', 'who', 'when', 'where', 'why', 'how']);

/** A question by the order of its words ("how many users do we have", "can I assume …"), for speech without marks. */
function asks(words: readonly string[]): boolean {
  let at = 0;
  while (openers.has(words[at] ?? '')) at++;
  const [first = '', ...rest] = words.slice(at, at + 7);
  const [second = ''] = rest;
  if (auxiliaries.has(first)) return subjects.has(second);
  if (!asking.has(first)) return false;
  if (auxiliaries.has(second)) return true;
  // "How many users do we" asks; "what I would do is" does not.
  if (subjects.has(second)) return false;
  return rest.some((word, index) => auxiliaries.has(word) && subjects.has(rest[index + 1] ?? ''));
}
