import type { HireSignal, LevelReading } from '../../model/index.ts';
import { type ReviewReason, reasonText, type Status } from '../../review/index.ts';
import type { Trend } from '../attempt.ts';
import type { Downlevel } from './downlevel.ts';

/**
 * The sentences of a debrief. `{0}`, `{1}` … stand for what is put in. An editor passes them in its user's language; what a
 * pack says is in the pack's own.
 */
export interface DebriefWords {
  /** The language of the sentences, as in `en`. */
  readonly language: string;
  readonly title: string;
  readonly details: string;
  readonly recorded: string;
  readonly notRecorded: string;
  readonly formerly: string;
  readonly verdict: string;
  readonly hireSignal: string;
  readonly readsAs: string;
  readonly range: string;
  /** A reason of the hire signal or the level reading, as a sentence. */
  readonly reason: (reason: ReviewReason) => string;
  readonly signals: Readonly<Record<HireSignal, string>>;
  readonly readings: Readonly<Record<LevelReading, string>>;
  readonly statuses: Readonly<Record<Status, string>>;
  readonly risk: string;
  readonly risks: Readonly<Record<Downlevel['risk'], string>>;
  readonly short: string;
  readonly next: string;
  readonly nextEnough: string;
  readonly nextFirst: string;
  readonly nextNone: string;
  readonly dimensions: string;
  readonly dimensionsNone: string;
  readonly count: string;
  readonly countPartial: string;
  readonly pluses: string;
  readonly faults: string;
  readonly faultsNone: string;
  readonly kinds: Readonly<Record<'pitfall' | 'turned' | 'number', string>>;
  readonly dismissed: string;
  readonly change: string;
  readonly changeFirst: string;
  readonly changeOther: string;
  readonly changeNone: string;
  readonly changeSignal: string;
  readonly changeReading: string;
  readonly changeWords: string;
  readonly moved: string;
  readonly pitfallGone: string;
  readonly pitfallNew: string;
  readonly trends: Readonly<Record<Exclude<Trend, 'none'>, string>>;
  readonly attempts: string;
  readonly now: string;
  readonly day: string;
  readonly level: string;
  readonly met: string;
  readonly words: string;
  readonly picture: string;
  readonly pictureOf: string;
  readonly times: string;
  readonly section: string;
  readonly time: string;
  readonly top: string;
  readonly used: string;
  readonly usedSpoken: string;
  readonly spoken: string;
  readonly figure: string;
  readonly value: string;
  readonly outOf: string;
  readonly speech: Readonly<
    Record<
      | ('speaking' | 'rate' | 'silences' | 'medianSilence' | 'firstQuestion')
      | ('monologue' | 'fillers' | 'hedges' | 'reasoned'),
      string
    >
  >;
  readonly made: string;
}

export const englishWords: DebriefWords = {
  language: 'en',
  title: 'Debrief: {0}',
  details: '{0}, aimed at {1} ({2}), {3} words',
  recorded: 'Attempt of {0}',
  notRecorded: 'Not recorded as an attempt',
  formerly: 'When it was recorded it came to {0} and read as {1}; the packs or the engine have changed since.',
  verdict: 'Verdict',
  hireSignal: 'Hire signal: {0}',
  readsAs: 'Reads as: {0}',
  range: '{0}, somewhere from {1} to {2}',
  reason: reasonText,
  signals: { 'strong-no': 'strong no', 'lean-no': 'lean no', 'lean-yes': 'lean yes', 'strong-yes': 'strong yes' },
  readings: { below: 'below mid', mid: 'mid', senior: 'senior', staff: 'staff' },
  statuses: { met: 'met', partial: 'partly met', missing: 'missing' },
  risk: 'Risk of a lower level',
  risks: {
    none: 'Low: even read harshly, this reaches {0}.',
    possible: 'Possible: it reaches {0}, but read harshly it is {1}.',
    likely: 'Likely: it does not reach {0}; read kindly it would.',
    expected: 'High: even read kindly, it does not reach {0}.',
  },
  short: 'Of what {0} asks, {1}% is shown; {2}% is needed.',
  next: 'Cheapest edits to the next bar',
  nextEnough: 'This is enough to read as {0}:',
  nextFirst: 'Towards {0}, begin here; more is missing after these:',
  nextNone: 'There is no higher bar to reach.',
  dimensions: 'Criteria, weakest dimension first',
  dimensionsNone: 'No criterion is expected at this level.',
  count: '{0} of {1} met',
  countPartial: '{0} of {1} met, {2} in part',
  pluses: 'Above the level, a plus',
  faults: 'What counts against it',
  faultsNone: 'No pitfall stands, and no number is wrong as far as it can be recomputed.',
  kinds: { pitfall: 'pitfall', turned: 'held against you in this role', number: 'number that does not hold' },
  dismissed: 'Put aside: {0}',
  change: 'Since the last attempt',
  changeFirst: 'This is the first attempt of this question.',
  changeOther: 'The attempt of {0} was aimed at {1}, so it was held to another bar.',
  changeNone: 'Nothing that is judged has changed since {0}.',
  changeSignal: 'Hire signal: {0}, before {1}',
  changeReading: 'Reads as: {0}, before {1}',
  changeWords: 'Words: {0}, against {1} on {2}',
  moved: '{0}: {1}, before {2}',
  pitfallGone: 'No longer there: {0}',
  pitfallNew: 'New pitfall: {0}',
  trends: {
    up: 'On the whole better than the attempt before.',
    steady: 'On the whole as good as the attempt before.',
    down: 'On the whole worse than the attempt before.',
  },
  attempts: 'Attempts',
  now: 'now',
  day: 'Day',
  level: 'Level',
  met: 'Met',
  words: 'Words',
  picture: 'Hire signal over {0} attempts',
  pictureOf:
    'From {0} to {1}; the lines show how far a harsh and a kind reading are apart. The table below has the same.',
  times: 'Time per section',
  section: 'Section',
  time: 'Minutes',
  top: 'Above the first heading',
  used: 'Written in {0} of {1} minutes.',
  usedSpoken: 'Spoken in {0} of {1} minutes.',
  spoken: 'Spoken',
  figure: 'Figure',
  value: 'Value',
  outOf: '{0} of {1}',
  speech: {
    speaking: 'You speak',
    rate: 'Words a minute, median',
    silences: 'Silences over 4 seconds',
    medianSilence: 'Their median, in seconds',
    firstQuestion: 'First clarifying question',
    monologue: 'Longest monologue',
    fillers: 'Fillers',
    hedges: 'Hedges',
    reasoned: 'Decisions with a reason',
  },
  made: 'Made by Rubricate from the text alone. A range is as sure as it gets.',
};

/** Puts values into a sentence. What stands in a value is not looked through again. */
export function say(sentence: string, ...values: readonly (string | number)[]): string {
  return sentence.replace(/\{(\d)\}/g, (gap, index: string) => String(values[Number(index)] ?? gap));
}
