import { type Count, countFillers, countHedges, type Decision, decisionsIn } from './phrases.ts';
import { type Sentence, type SpokenAnswer, silenceMs } from './spoken-answer.ts';
import { type Candidate, type Transcript, wordsIn } from './transcript.ts';
import type { Utterance } from './utterance.ts';

/** Nobody speaks. Milliseconds. */
export interface Silence {
  readonly start: number;
  readonly end: number;
  /** Indexes of the utterances on either side. */
  readonly after: number;
  readonly before: number;
}

/** The candidate speaks, without another speaker and without a question. */
export interface Monologue {
  /** Of its first word and behind its last; undefined without times. */
  readonly start: number | undefined;
  readonly end: number | undefined;
  readonly words: number;
  readonly utterance: number;
}

/** How it was said. A figure that the transcript does not carry is undefined. */
export interface Speech {
  readonly words: number;
  /** Milliseconds in which the candidate speaks. */
  readonly speaking: number | undefined;
  /** Words a minute: the median over windows of half a minute of speech, and how many windows there are. */
  readonly rate: { readonly median: number; readonly windows: number } | undefined;
  readonly silences: readonly Silence[] | undefined;
  /** Milliseconds; undefined where there is none. */
  readonly medianSilence: number | undefined;
  readonly fillers: readonly Count[];
  readonly hedges: readonly Count[];
  readonly firstQuestion: { readonly sentence: Sentence; readonly at: number | undefined } | undefined;
  readonly monologue: Monologue | undefined;
  readonly decisions: readonly Decision[];
}

export function speechOf(transcript: Transcript, candidate: Candidate, spoken: SpokenAnswer): Speech {
  const { utterances, timing } = transcript;
  const { sentences } = spoken;
  const own = utterances.filter(({ speaker }) => speaker === candidate.name);
  const silences = timing === 'whole' ? silencesIn(utterances) : undefined;
  const question = firstQuestion(transcript, candidate, sentences);
  return {
    words: own.reduce((sum, { text }) => sum + wordsIn(text), 0),
    speaking: timing === 'none' ? undefined : covered(own),
    rate: rateOf(own),
    silences,
    medianSilence: silences && median(silences.map(({ start, end }) => end - start)),
    fillers: countFillers(sentences),
    hedges: countHedges(sentences),
    firstQuestion: question && { sentence: question, at: utterances[question.utterance]?.start },
    monologue: longestMonologue(transcript, candidate, sentences),
    decisions: decisionsIn(sentences),
  };
}

/** The value in the middle; of an even number, the mean of the two there. */
function median(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] as number) + upper) / 2;
}

/** Gaps of more than four seconds in which nobody speaks, whoever spoke before and after. */
function silencesIn(utterances: readonly Utterance[]): readonly Silence[] {
  const silences: Silence[] = [];
  let latest: { readonly end: number; readonly index: number } | undefined;
  for (const [index, { start, end }] of utterances.entries()) {
    if (start === undefined || end === undefined) continue;
    if (latest && start - latest.end > silenceMs) {
      silences.push({ start: latest.end, end: start, after: latest.index, before: index });
    }
    // Captions may overlap: what counts is when the last voice ends.
    if (!latest || end > latest.end) latest = { end, index };
  }
  return silences;
}

/** How much time these take together; where they overlap, once. */
function covered(utterances: readonly Utterance[]): number {
  let [total, until] = [0, 0];
  for (const { start, end } of utterances) {
    if (start === undefined || end === undefined || end <= until) continue;
    total += end - Math.max(start, until);
    until = end;
  }
  return total;
}

const windowMs = 30_000;
/** A window that the end of the recording cut short tells nothing. */
const shortestWindowMs = 10_000;

function rateOf(own: readonly Utterance[]): Speech['rate'] {
  const rates: number[] = [];
  let [words, time, until] = [0, 0, 0];
  const close = (): void => {
    if (time >= shortestWindowMs) rates.push((words * 60_000) / time);
    [words, time] = [0, 0];
  };
  for (const { start, end, text } of own) {
    if (start === undefined || end === undefined || end <= until) continue;
    words += wordsIn(text);
    time += end - Math.max(start, until);
    until = end;
    if (time >= windowMs) close();
  }
  close();
  const middle = median(rates);
  return middle === undefined ? undefined : { median: Math.round(middle), windows: rates.length };
}

/** Questions that clarify nothing: greetings, and asking whether one is heard or followed. */
const smallTalk =
  /\b(?:how are you|how is it going|how do you do|hear me|see my|see the screen|make sense|makes sense|sound good|sounds good|is that ok|is that okay|does that work|shall i start|should i start|can i start|ready)\b/;
const fewestWordsToAsk = 4;
/** A question with more of one's own sentences behind it was put to oneself. */
const mostSentencesBehind = 2;

/** The first question that the candidate puts to the other: small talk aside, and not one that they go on to answer. */
function firstQuestion(
  { utterances, speakers }: Transcript,
  candidate: Candidate,
  sentences: readonly Sentence[],
): Sentence | undefined {
  const isAlone = speakers.length < 2;
  const turns = turnNumbers(utterances, candidate);
  return sentences.find((sentence, index) => {
    if (!sentence.isQuestion || sentence.words.length < fewestWordsToAsk) return false;
    if (smallTalk.test(sentence.words.join(' '))) return false;
    if (isAlone) return true;
    const turn = turns[sentence.utterance];
    const behind = sentences.slice(index + 1, index + 2 + mostSentencesBehind);
    return behind.filter((one) => !one.isQuestion && turns[one.utterance] === turn).length <= mostSentencesBehind;
  });
}

/** For each utterance the number of the turn it belongs to; a turn ends where the other speaks. */
function turnNumbers(utterances: readonly Utterance[], candidate: Candidate): readonly number[] {
  let turn = 0;
  let was: boolean | undefined;
  return utterances.map(({ speaker }) => {
    const is = speaker === candidate.name;
    if (is !== was) turn++;
    was = is;
    return turn;
  });
}

/** "Okay" and "mm-hmm" do not take the floor. */
const fewestWordsToSpeak = 3;

function longestMonologue(
  { utterances, timing }: Transcript,
  candidate: Candidate,
  sentences: readonly Sentence[],
): Monologue | undefined {
  const asked = new Set(sentences.filter(({ isQuestion }) => isQuestion).map(({ utterance }) => utterance));
  let longest: Monologue | undefined;
  let run: Monologue | undefined;
  const size = ({ start, end, words }: Monologue): number =>
    timing === 'none' || start === undefined || end === undefined ? words : end - start;
  const close = (): void => {
    if (run && (!longest || size(run) > size(longest))) longest = run;
    run = undefined;
  };
  for (const [index, { speaker, start, end, text }] of utterances.entries()) {
    const words = wordsIn(text);
    if (speaker !== candidate.name) {
      if (words >= fewestWordsToSpeak) close();
      continue;
    }
    if (asked.has(index)) {
      close();
      continue;
    }
    run = run ? { ...run, end: end ?? run.end, words: run.words + words } : { start, end, words, utterance: index };
  }
  close();
  return longest;
}
