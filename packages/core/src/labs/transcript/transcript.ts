import { tokenise } from '../../text/index.ts';
import { hasCaptions, readCaptions } from './captions.ts';
import { questionIn, readPlain } from './plain.ts';
import { linesOf, type Timing, type TranscriptProblem, type Utterance } from './utterance.ts';

export interface Speaker {
  /** Undefined for what nobody is named for. */
  readonly name: string | undefined;
  readonly words: number;
}

/** What was said, by whom and when. */
export interface Transcript {
  readonly kind: 'captions' | 'plain';
  readonly timing: Timing;
  /** In the order of time. */
  readonly utterances: readonly Utterance[];
  /** Most words first. */
  readonly speakers: readonly Speaker[];
  /** The question that the file names itself. */
  readonly question: string | undefined;
  readonly problems: readonly TranscriptProblem[];
  readonly isRolling: boolean;
  /** Whether sentences end in marks. Captions made by a machine often have none. */
  readonly isPunctuated: boolean;
}

/** Longer files are not read: ten hours of captions with their mark-up are a third of it. */
export const transcriptLimit = 8_000_000;

/** A sentence has some 15 words; where five times as many go by without a mark, there are none. */
const mostWordsAMark = 75;
const fewestWordsToTell = 75;

/** Reads captions (WebVTT, SubRip) or a plain transcript; which of them it is shows in the text. Never throws for what it holds. */
export async function readTranscript(text: string): Promise<Transcript> {
  const isCaptions = hasCaptions(text);
  const read = isCaptions
    ? { timing: 'whole' as const, ...(await readCaptions(text)) }
    : { problems: [], isRolling: false, ...readPlain(text) };
  const question = linesOf(text)
    .slice(0, 200)
    .map((line) => questionIn(line.text))
    .find((found) => found !== undefined);
  const { utterances, timing, problems, isRolling } = read;
  const words = utterances.reduce((sum, one) => sum + wordsIn(one.text), 0);
  const marks = utterances.reduce((sum, one) => sum + (one.text.match(/[.?!](?=\s|$|["'”’)])/g)?.length ?? 0), 0);
  return {
    kind: isCaptions ? 'captions' : 'plain',
    timing,
    utterances,
    speakers: speakersOf(utterances),
    question,
    problems,
    isRolling,
    isPunctuated: words < fewestWordsToTell || marks * mostWordsAMark >= words,
  };
}

export function wordsIn(text: string): number {
  return tokenise(text).count;
}

function speakersOf(utterances: readonly Utterance[]): readonly Speaker[] {
  const words = new Map<string | undefined, number>();
  for (const { speaker, text } of utterances) words.set(speaker, (words.get(speaker) ?? 0) + wordsIn(text));
  return [...words].map(([name, count]) => ({ name, words: count })).sort((a, b) => b.words - a.words);
}

/** Who is reviewed, and how that was decided. */
export interface Candidate {
  readonly name: string | undefined;
  readonly chosen: 'asked' | 'most' | 'only';
}

/** The speaker asked for, else the one who says most; undefined where nobody has the name that was asked for. */
export function candidateOf(transcript: Transcript, asked?: string): Candidate | undefined {
  const { speakers } = transcript;
  if (asked !== undefined) {
    const found = speakers.find(({ name }) => name?.toLowerCase() === asked.trim().toLowerCase());
    return found && { name: found.name, chosen: 'asked' };
  }
  const named = speakers.filter(({ name }) => name !== undefined);
  if (named.length === 0) return { name: undefined, chosen: 'only' };
  return { name: named[0]?.name, chosen: named.length === 1 ? 'only' : 'most' };
}
