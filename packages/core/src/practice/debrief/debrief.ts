import type { Span } from '../../evidence/index.ts';
import type { Bar, HireSignal, LevelReading } from '../../model/index.ts';
import {
  type CriterionReview,
  numberMessage,
  numberTitles,
  type Review,
  type ReviewReason,
  type Status,
} from '../../review/index.ts';
import { attemptOf } from '../attempt.ts';
import type { AttemptRecorded, AttemptSpeech, AttemptTimes } from '../events.ts';
import { type Downlevel, downlevelOf } from './downlevel.ts';
import { type DebriefChange, type DebriefPoint, debriefChange, debriefPoints } from './history.ts';

/** Words of the answer, with where they stand: UTF-16 offsets into its text. */
export interface DebriefQuote extends Span {
  readonly text: string;
}

export interface DebriefCriterion {
  readonly ref: string;
  readonly title: string;
  readonly status: Status;
  readonly quotes: readonly DebriefQuote[];
  /** What to write; empty where it is met. */
  readonly advice: string;
  /** The reason it was put aside with. */
  readonly dismissed: string | undefined;
}

export interface DebriefDimension {
  readonly id: string;
  readonly title: string;
  readonly met: number;
  readonly partial: number;
  readonly total: number;
  /** What is open first. */
  readonly criteria: readonly DebriefCriterion[];
}

/** What counts against an answer: a pitfall, a habit this role holds against a writer, or a number that does not hold. */
export interface DebriefFault {
  readonly ref: string;
  readonly kind: 'pitfall' | 'turned' | 'number';
  readonly title: string;
  readonly advice: string;
  readonly quotes: readonly DebriefQuote[];
  readonly dismissed: string | undefined;
}

export interface DebriefEdit {
  readonly ref: string;
  readonly title: string;
  readonly status: Status;
  readonly advice: string;
}

interface Ranged<T> {
  readonly value: T;
  readonly low: T;
  readonly high: T;
  readonly reasons: readonly ReviewReason[];
}

/** The report of a review or an attempt, as a hiring committee would read it. */
export interface Debrief {
  readonly subject: string;
  readonly question: string | undefined;
  readonly pack: string;
  readonly level: string;
  readonly bar: Bar;
  readonly words: number;
  /** When the attempt was recorded; undefined for a review of what is not recorded. */
  readonly at: string | undefined;
  readonly hire: Ranged<HireSignal>;
  readonly reading: Ranged<LevelReading>;
  readonly downlevel: Downlevel;
  /** What would make it read as the next bar; undefined at the highest. */
  readonly next: { readonly bar: Bar; readonly isEnough: boolean; readonly edits: readonly DebriefEdit[] } | undefined;
  /** Weakest first, without those that ask for nothing at this level. */
  readonly dimensions: readonly DebriefDimension[];
  /** Criteria of a higher level that are shown: each is a plus. */
  readonly pluses: readonly DebriefCriterion[];
  readonly faults: readonly DebriefFault[];
  readonly change: DebriefChange | undefined;
  /** Attempts of the question, oldest first; the last one is what this is the report of. */
  readonly points: readonly DebriefPoint[];
  /** Of an attempt that was timed. */
  readonly times: AttemptTimes | undefined;
  /** Of an attempt that was spoken. */
  readonly spoken: AttemptSpeech | undefined;
  /** What was recorded at the time, where today's packs judge the same text otherwise. */
  readonly formerly: { readonly signal: HireSignal; readonly reading: LevelReading } | undefined;
}

export interface DebriefFacts {
  readonly review: Review;
  /** The text that was reviewed. */
  readonly text: string;
  /** The attempts of its question, oldest first. */
  readonly attempts?: readonly AttemptRecorded[];
  /** Set for the report of an attempt: later ones are left out. Else the last attempt counts as it, if its text is this one. */
  readonly attempt?: AttemptRecorded | undefined;
}

/** Makes the report. Pure: the same review and attempts give the same report. */
export function debriefOf({ review, text, attempts = [], attempt }: DebriefFacts): Debrief {
  const { target, hire, level, next } = review;
  const present = attemptOf(review, { id: '', at: '', writer: '', text });
  const recorded = attempt ?? (present && sameAs(attempts.at(-1), present) ? attempts.at(-1) : undefined);
  const before = recorded ? earlierThan(recorded, attempts) : attempts;
  const now = present && { ...present, at: recorded?.at ?? '' };
  const titles = new Map([
    ...review.criteria.map(({ criterion }) => [criterion.ref, criterion.title] as const),
    ...review.pitfalls.map(({ pitfall }) => [pitfall.ref, pitfall.title] as const),
  ]);
  const criteria = new Map(review.criteria.map((one) => [one.criterion.ref, one]));
  return {
    subject: target.question?.title ?? target.rubrics.map(({ title }) => title).join(', '),
    question: target.question?.id,
    pack: target.lens.pack.title,
    level: target.level,
    bar: target.bar,
    words: review.words,
    at: recorded?.at,
    hire: { value: hire.signal, low: hire.low, high: hire.high, reasons: hire.reasons },
    // The last reason names the cheapest edits, which have a part of their own here.
    reading: {
      value: level.bar,
      low: level.low,
      high: level.high,
      reasons: next ? level.reasons.slice(0, -1) : level.reasons,
    },
    downlevel: downlevelOf(review),
    next: next && {
      bar: next.bar,
      isEnough: next.isEnough,
      edits: next.edits.map(({ ref, title, status }) => {
        const found = criteria.get(ref);
        return { ref, title, status, advice: found ? adviceOf(found) : '' };
      }),
    },
    dimensions: dimensionsOf(review, text),
    pluses: review.criteria
      .filter(({ expected, criterion, status }) => !expected && criterion.weight > 0 && status !== 'missing')
      .map((found) => criterionOf(found, text)),
    faults: faultsOf(review, text),
    change: now && debriefChange(before, now, titles),
    points: now ? debriefPoints([...before, now], (ref) => (criteria.get(ref)?.criterion.weight ?? 1) > 0) : [],
    times: recorded?.times,
    spoken: recorded?.spoken,
    formerly: recorded && differs(recorded, review) ? formerOf(recorded) : undefined,
  };
}

function sameAs(last: AttemptRecorded | undefined, present: AttemptRecorded): boolean {
  return last?.text === present.text && last.level === present.level && last.pack === present.pack;
}

function earlierThan(recorded: AttemptRecorded, attempts: readonly AttemptRecorded[]): readonly AttemptRecorded[] {
  const at = attempts.findIndex(({ id }) => id === recorded.id);
  return at < 0 ? attempts.filter((one) => Date.parse(one.at) < Date.parse(recorded.at)) : attempts.slice(0, at);
}

function differs({ review: kept }: AttemptRecorded, { hire, level }: Review): boolean {
  return kept.hire.signal !== hire.signal || kept.reading.bar !== level.bar;
}

function formerOf({ review }: AttemptRecorded): NonNullable<Debrief['formerly']> {
  return { signal: review.hire.signal, reading: review.reading.bar };
}

const openFirst: readonly Status[] = ['missing', 'partial', 'met'];

function dimensionsOf(review: Review, text: string): readonly DebriefDimension[] {
  return review.dimensions
    .filter(({ total }) => total > 0)
    .map(({ id, title, met, partial, total }) => ({
      id,
      title,
      met,
      partial,
      total,
      criteria: review.criteria
        .filter(({ criterion, expected }) => criterion.dimension === id && expected && criterion.weight > 0)
        .sort((a, b) => openFirst.indexOf(a.status) - openFirst.indexOf(b.status))
        .map((found) => criterionOf(found, text)),
    }));
}

function criterionOf(found: CriterionReview, text: string): DebriefCriterion {
  const { criterion, status, evidence, dismissed } = found;
  return {
    ref: criterion.ref,
    title: criterion.title,
    status,
    quotes: quotesOf(status === 'missing' ? [] : evidence, text),
    advice: adviceOf(found),
    dismissed,
  };
}

function adviceOf({ criterion, status }: CriterionReview): string {
  return status === 'met' ? '' : status === 'partial' ? criterion.earns.met : criterion.hint;
}

function faultsOf(review: Review, text: string): readonly DebriefFault[] {
  const pitfalls = review.pitfalls
    .filter(({ present, pitfall }) => present && pitfall.weight > 0)
    .map(({ pitfall, evidence, dismissed }): DebriefFault => {
      const { ref, title, hint } = pitfall;
      return { ref, kind: 'pitfall', title, advice: hint, quotes: quotesOf(evidence, text), dismissed };
    });
  const turned = review.criteria
    .filter(({ criterion, status }) => criterion.weight < 0 && status !== 'missing')
    .map(({ criterion, evidence, dismissed }): DebriefFault => {
      const { ref, title, hint, override } = criterion;
      const advice = override?.why ?? hint;
      return { ref, kind: 'turned', title, advice, quotes: quotesOf(evidence, text), dismissed };
    });
  const numbers = review.numbers.map((number): DebriefFault => {
    const { ref, kind, range, dismissed } = number;
    const advice = numberMessage(number);
    return { ref, kind: 'number', title: numberTitles[kind], advice, quotes: quotesOf([range], text), dismissed };
  });
  return [...pitfalls, ...turned, ...numbers];
}

/** A report is for reading; the rest of the words stand in the answer. */
const most = { quotes: 3, characters: 280 } as const;

function quotesOf(spans: readonly Span[], text: string): readonly DebriefQuote[] {
  return spans.slice(0, most.quotes).map(({ start, end }) => ({ start, end, text: quoted(text.slice(start, end)) }));
}

function quoted(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  if (line.length <= most.characters) return line;
  const space = line.lastIndexOf(' ', most.characters);
  // A cut never parts the two halves of a character.
  const end = space > 0 ? space : most.characters - 1;
  return `${line.slice(0, end).replace(/[\uD800-\uDBFF]$/, '')} …`;
}
