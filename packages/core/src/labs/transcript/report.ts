import {
  findTarget,
  type Library,
  type NotJudged,
  type Review,
  reviewAnswer,
  type TargetOptions,
} from '../../review/index.ts';
import { lastMoment, phasesIn, type SpokenPhase } from './phases.ts';
import { type Speech, speechOf } from './speech.ts';
import { pieceAt, type SpokenAnswer, spokenAnswer } from './spoken-answer.ts';
import { type Candidate, candidateOf, type Transcript } from './transcript.ts';

/** What is said of a transcript. */
export interface SpokenReport {
  readonly transcript: Transcript;
  readonly candidate: Candidate;
  readonly spoken: SpokenAnswer;
  readonly review: Review;
  readonly speech: Speech;
  /** Undefined where the question has no budget by phases. */
  readonly phases: readonly SpokenPhase[] | undefined;
  /** For each utterance the phase it falls into; of those before the first sentence, the first one. */
  readonly phaseOf: (utterance: number) => SpokenPhase | undefined;
  /** Milliseconds from the first voice to the last; undefined without times. */
  readonly length: number | undefined;
}

export interface SpokenOptions extends TargetOptions {
  /** The speaker to review; else the one who says most. */
  readonly speaker?: string | undefined;
}

export type SpokenReading =
  | { readonly ok: true; readonly report: SpokenReport }
  | { readonly ok: false; readonly reason: { readonly code: 'nothing-said' | 'unknown-speaker' } | NotJudged };

/** Reviews what the candidate says. The question asked for comes before the one that the file names. Pure. */
export function reviewTranscript(transcript: Transcript, library: Library, options: SpokenOptions): SpokenReading {
  const { speaker, ...asked } = options;
  if (transcript.utterances.length === 0) return { ok: false, reason: { code: 'nothing-said' } };
  const candidate = candidateOf(transcript, speaker);
  if (!candidate) return { ok: false, reason: { code: 'unknown-speaker' } };
  const question = asked.question ?? (asked.rubrics ? undefined : transcript.question);
  const found = findTarget(undefined, library, { ...asked, ...(question === undefined ? {} : { question }) });
  if (!found.ok) return found;
  const spoken = spokenAnswer(transcript, candidate);
  const review = reviewAnswer(spoken.answer, found.target);
  const phases = phasesIn(transcript, review, spoken.sentences);
  const starts = (phases ?? []).filter(({ from }) => from !== undefined);
  const last = lastMoment(transcript);
  const first = transcript.utterances[0]?.start;
  return {
    ok: true,
    report: {
      transcript,
      candidate,
      spoken,
      review,
      speech: speechOf(transcript, candidate, spoken),
      phases,
      phaseOf: (utterance) => starts.findLast(({ from }) => (from ?? 0) <= utterance) ?? starts[0],
      length: transcript.timing === 'none' || last === undefined || first === undefined ? undefined : last - first,
    },
  };
}

/** Where words of the reviewed text were said: the utterance they begin in. */
export function utteranceAt({ spoken }: Pick<SpokenReport, 'spoken'>, offset: number): number | undefined {
  return pieceAt(spoken.pieces, offset)?.utterance;
}

/** `4:07`, `1:02:03`: a moment or a length in milliseconds, to the second before it. */
export function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
