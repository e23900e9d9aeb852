import { phasesOf } from '../../practice/index.ts';
import type { Review } from '../../review/index.ts';
import { stemOf, tokenise } from '../../text/index.ts';
import type { Sentence } from './spoken-answer.ts';
import type { Transcript } from './transcript.ts';

/** A part of the question's time budget, and what was spent on it. */
export interface SpokenPhase {
  readonly heading: string;
  /** Minutes that it may take. */
  readonly budget: number;
  /** Milliseconds from its first words to those of the next phase; undefined without times. */
  readonly spent: number | undefined;
  /** Words of the candidate. */
  readonly words: number;
  /** The utterance it begins in; undefined where nothing was found of it. */
  readonly from: number | undefined;
  /** Milliseconds at which its first sentence begins. */
  readonly begins: number | undefined;
}

/** Words that a section's own text has cost little beside those of its heading and what earns its criteria. */
const weights = { heading: 4, prompt: 1, evidence: 3 } as const;

/**
 * Guesses which phase each sentence belongs to: the division of the talk into phases in the order of the structure that
 * agrees best with the words of its headings and prompts and with where evidence of each criterion belongs. An interview
 * that goes back to an earlier phase is not seen to do so. Undefined where the question has no budget by phases.
 */
export function phasesIn(
  transcript: Transcript,
  review: Review,
  sentences: readonly Sentence[],
): readonly SpokenPhase[] | undefined {
  const { question, lens } = review.target;
  if (!question || sentences.length === 0) return undefined;
  const budget = phasesOf(question, lens);
  if (budget.length < 2) return undefined;
  const structure = lens.structures.find(({ sections }) =>
    budget.every(({ heading }) => sections.some((section) => section.heading === heading)),
  );
  const prompts = budget.map(
    ({ heading }) => structure?.sections.find((section) => section.heading === heading)?.prompt ?? '',
  );
  const headings = budget.map(({ heading }) => heading);
  const wordScores = scoresOfWords(headings, prompts);
  const scores = sentences.map((sentence) => {
    const row = headings.map(() => 0);
    for (const word of new Set(sentence.words.map(stemOf))) {
      for (const [phase, score] of wordScores.get(word) ?? []) row[phase] = (row[phase] ?? 0) + score;
    }
    return row;
  });
  addEvidence(scores, sentences, headings, review);
  const ofSentence = bestOrder(scores, headings.length);
  return budget.map((one, phase) => spentOn({ ...one, phase, ofSentence, sentences, transcript }));
}

type WordScores = ReadonlyMap<string, readonly (readonly [phase: number, score: number])[]>;

/** What a word says for each phase: less, the more phases have it. Words of three letters and fewer say nothing, but for a heading of one (API). */
function scoresOfWords(headings: readonly string[], prompts: readonly string[]): WordScores {
  const scores = new Map<string, Map<number, number>>();
  const add = (text: string, phase: number, weight: number): void => {
    const { word, stem } = tokenise(text);
    for (const [index, one] of stem.entries()) {
      if ((word[index] ?? '').length <= 3 && !/^[A-Z]{2,3}$/.test(text)) continue;
      const own = scores.get(one) ?? new Map<number, number>();
      own.set(phase, Math.max(own.get(phase) ?? 0, weight));
      scores.set(one, own);
    }
  };
  for (const [phase, heading] of headings.entries()) {
    add(prompts[phase] ?? '', phase, weights.prompt);
    add(heading, phase, weights.heading);
  }
  return new Map(
    [...scores].map(([stem, own]) => [stem, [...own].map(([phase, score]) => [phase, score / own.size] as const)]),
  );
}

/** Where evidence of a criterion stands, its phase is likely; the headings it belongs under say which that is. */
function addEvidence(
  scores: readonly number[][],
  sentences: readonly Sentence[],
  headings: readonly string[],
  { criteria }: Review,
): void {
  const titles = headings.map((heading) => heading.toLowerCase());
  for (const { criterion, evidence } of criteria) {
    const phases = criterion.belongs.flatMap((wanted) => {
      const words = wanted
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => word.length > 2);
      const phase = titles.findIndex(
        (title) => words.length > 0 && words.every((word) => title.includes(word.replace(/s$/, ''))),
      );
      return phase < 0 ? [] : [phase];
    });
    const [phase] = phases;
    if (phase === undefined) continue;
    for (const { start } of evidence) {
      const at = sentences.findIndex((sentence) => start < sentence.end);
      const row = scores[at];
      if (row) row[phase] = (row[phase] ?? 0) + weights.evidence;
    }
  }
}

/** The phase of each sentence, never falling, with the highest sum of scores; a phase begins as late as its words allow. */
function bestOrder(scores: readonly (readonly number[])[], phases: number): readonly number[] {
  const from: number[][] = [];
  let sums: readonly number[] = new Array<number>(phases).fill(0);
  for (const [index, row] of scores.entries()) {
    const origin: number[] = [];
    const next: number[] = [];
    let best = 0;
    for (let phase = 0; phase < phases; phase++) {
      // To stay in a phase is preferred to coming from an earlier one, but for the first sentence there is none to stay in.
      if ((sums[phase] as number) >= (sums[best] as number)) best = phase;
      origin.push(index === 0 ? phase : best);
      next.push((sums[best] as number) + (row[phase] as number));
    }
    from.push(origin);
    sums = next;
  }
  // Of several ends with the same sum, the earliest phase: nothing was said for the later ones.
  let phase = sums.indexOf(Math.max(...sums));
  const order = new Array<number>(scores.length).fill(0);
  for (let index = scores.length - 1; index >= 0; index--) {
    order[index] = phase;
    phase = from[index]?.[phase] ?? phase;
  }
  return order;
}

interface Asked {
  readonly heading: string;
  readonly minutes: number;
  readonly phase: number;
  readonly ofSentence: readonly number[];
  readonly sentences: readonly Sentence[];
  readonly transcript: Transcript;
}

function spentOn({ heading, minutes, phase, ofSentence, sentences, transcript }: Asked): SpokenPhase {
  const { utterances } = transcript;
  const own = sentences.filter((_, index) => ofSentence[index] === phase);
  const words = own.reduce((sum, sentence) => sum + sentence.words.length, 0);
  const first = own[0];
  if (!first)
    return {
      heading,
      budget: minutes,
      spent: transcript.timing === 'none' ? undefined : 0,
      words,
      from: undefined,
      begins: undefined,
    };
  const after = sentences[ofSentence.lastIndexOf(phase) + 1];
  const isFirst = ofSentence[0] === phase;
  // The time before the first words, while the question is put, counts with the first phase.
  const start = isFirst ? utterances[0]?.start : first.at;
  const end = after ? after.at : lastMoment(transcript);
  const spent = start === undefined || end === undefined ? undefined : Math.max(0, end - start);
  return { heading, budget: minutes, spent, words, from: first.utterance, begins: first.at };
}

/** When the last voice ends, as far as the transcript tells. */
export function lastMoment({ utterances }: Transcript): number | undefined {
  const moments = utterances.flatMap(({ start, end }) => [start ?? 0, end ?? 0]);
  return moments.length === 0 ? undefined : moments.reduce((latest, moment) => Math.max(latest, moment), 0);
}
