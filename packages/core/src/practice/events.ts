import * as z from 'zod/mini';
import { drillPartNames, hireSignal, levelReading } from '../model/index.ts';
import { eventVersion } from './event-version.ts';

export { eventVersion };

const name = z.string().check(z.minLength(1), z.maxLength(130));
const common = {
  v: z.literal(eventVersion),
  /** Random, 128 bits in hexadecimal: the same id is the same event, however often and wherever it is read. */
  id: z.string().check(z.regex(/^[a-z0-9]{8,64}$/, 'expected a random id of lower-case letters and digits')),
  /** When it happened by the clock of its writer, in UTC: `2026-11-21T08:43:02.123Z`. */
  at: z.iso.datetime(),
  /** Random for each window or process, so that no two write the same file name. */
  writer: z.string().check(z.regex(/^[a-z0-9]{4,64}$/, 'expected a random writer id of lower-case letters and digits')),
  /** Only where the clock was set back: the event about the same thing that this one came after. */
  after: z.optional(z.string().check(z.regex(/^[a-z0-9]{8,64}$/, 'expected the id of another event'))),
};

const status = z.enum(['met', 'partial', 'missing']);

/** What is kept of a review: enough to show progress and to compare two attempts, whatever becomes of the pack. */
export const attemptReview = z.object({
  words: z.int().check(z.minimum(0)),
  hire: z.object({ signal: hireSignal, low: hireSignal, high: hireSignal }),
  reading: z.object({ bar: levelReading, low: levelReading, high: levelReading }),
  criteria: z.array(z.object({ ref: name, status, expected: z.boolean() })),
  /** The pitfalls that were present. */
  pitfalls: z.array(name),
});
export type AttemptReview = z.infer<typeof attemptReview>;

/** How the time of a mock interview was spent. All in seconds; pauses do not count. */
export const attemptTimes = z.object({
  /** What was allowed, with extensions. */
  allowed: z.int().check(z.minimum(0)),
  used: z.int().check(z.minimum(0)),
  /** By heading, in the order they were first written under; the heading is empty above the first one. */
  sections: z
    .array(z.object({ heading: z.string().check(z.maxLength(200)), seconds: z.int().check(z.minimum(0)) }))
    .check(z.maxLength(200)),
});
export type AttemptTimes = z.infer<typeof attemptTimes>;

/** How a spoken round was said. Times are in seconds; what its transcript did not tell is left out. */
export const attemptSpeech = z.object({
  speaking: z.optional(z.int().check(z.minimum(0))),
  wordsAMinute: z.optional(z.int().check(z.minimum(0))),
  /** Those of more than four seconds, and their median. */
  silences: z.optional(z.int().check(z.minimum(0))),
  medianSilence: z.optional(z.number().check(z.minimum(0))),
  firstQuestion: z.optional(z.int().check(z.minimum(0))),
  monologue: z.optional(z.int().check(z.minimum(0))),
  fillers: z.int().check(z.minimum(0)),
  hedges: z.int().check(z.minimum(0)),
  decisions: z.int().check(z.minimum(0)),
  /** How many of them had a reason. */
  reasoned: z.int().check(z.minimum(0)),
});
export type AttemptSpeech = z.infer<typeof attemptSpeech>;

/** An answer with its review, recorded so that progress shows. */
export const attemptRecorded = z.object({
  ...common,
  kind: z.literal('attempt-recorded'),
  /** The question's id: `pinterest/home-feed`. */
  question: name,
  /** The pack it was judged through. */
  pack: name,
  /** The level it was judged at, on that pack's ladder. */
  level: z.string().check(z.minLength(1), z.maxLength(24)),
  /** Where the answer stood, from the folder that holds the journal; left out for a document that is no file there. */
  file: z.optional(z.string().check(z.minLength(1), z.maxLength(1000))),
  /** The answer as it was. */
  text: z.string(),
  review: attemptReview,
  /** Only for an answer that was written against the clock, or spoken with known times. */
  times: z.optional(attemptTimes),
  /** Only for an answer that was spoken; its text is what was said. */
  spoken: z.optional(attemptSpeech),
});
export type AttemptRecorded = z.infer<typeof attemptRecorded>;

/**
 * By kind of card: an option (also a reason of a true-false card, or a pitfall), several, true or false, a number, the
 * words for a gap; the items in the order they were put, or the target of each. All count from 0 in the pack's own order.
 */
export const chosen = z.union([
  z.boolean(),
  z.number(),
  z.string().check(z.maxLength(200)),
  z.array(z.int().check(z.minimum(0))).check(z.maxLength(8)),
]);
export type Chosen = z.infer<typeof chosen>;

/** A quiz card was answered. */
export const cardAnswered = z.object({
  ...common,
  kind: z.literal('card-answered'),
  /** `<pack>/<card>`: ids of cards are unique only within their pack. */
  card: name,
  right: z.boolean(),
  chosen,
});
export type CardAnswered = z.infer<typeof cardAnswered>;

/** The last answer was a slip of the hand: it is as if it had not been given. */
const cardUndone = z.object({
  ...common,
  kind: z.literal('card-undone'),
  /** The id of the event that recorded the answer. */
  event: common.id,
});

/** A card is not wanted for now. */
const cardSuspended = z.object({ ...common, kind: z.literal('card-suspended'), card: name });
const cardResumed = z.object({ ...common, kind: z.literal('card-resumed'), card: name });

/** Something about a card is not as it should be. */
export const cardReported = z.object({
  ...common,
  kind: z.literal('card-reported'),
  card: name,
  reason: z.enum(['wrong', 'unclear', 'outdated', 'other']),
  note: z.optional(z.string().check(z.maxLength(500))),
});
export type CardReported = z.infer<typeof cardReported>;

/** A task of the prep plan was done. */
export const taskTicked = z.object({
  ...common,
  kind: z.literal('task-ticked'),
  /** `<pack>/<task>`: ids of tasks are unique only within their pack. */
  task: name,
});
export type TaskTicked = z.infer<typeof taskTicked>;

/** It was not done after all. */
const taskUnticked = z.object({ ...common, kind: z.literal('task-unticked'), task: name });

/** A failure was injected into an answer. */
export const drillRaised = z.object({
  ...common,
  kind: z.literal('drill-raised'),
  /** `<pack>/<drill>`: ids of drills are unique only within their pack. */
  drill: name,
  /** Its title, so that it can be named whatever becomes of the pack. */
  title: z.string().check(z.minLength(1), z.maxLength(200)),
  /** The question that the answer answers; left out where a rubric alone judges it. */
  question: z.optional(name),
  /** Where the answer stands, from the folder that holds the journal. */
  file: z.string().check(z.minLength(1), z.maxLength(1000)),
  /** The sentence of the answer that names the component. */
  sentence: z.string().check(z.minLength(1), z.maxLength(400)),
});
export type DrillRaised = z.infer<typeof drillRaised>;

/** The text answers it. */
export const drillClosed = z.object({
  ...common,
  kind: z.literal('drill-closed'),
  /** The id of the event that raised it. */
  event: common.id,
  /** The words that gave each part. */
  quotes: z
    .array(z.object({ part: z.enum(drillPartNames), quote: z.string().check(z.minLength(1), z.maxLength(1000)) }))
    .check(z.maxLength(8)),
});
export type DrillClosed = z.infer<typeof drillClosed>;

/** It is not going to be answered. */
const drillGivenUp = z.object({ ...common, kind: z.literal('drill-given-up'), event: common.id });

/** Something that happened. Events are never changed; what a person has done is a fold over all of them. */
export const practiceEvent = z.discriminatedUnion('kind', [
  attemptRecorded,
  cardAnswered,
  cardUndone,
  cardSuspended,
  cardResumed,
  cardReported,
  taskTicked,
  taskUnticked,
  drillRaised,
  drillClosed,
  drillGivenUp,
]);
export type PracticeEvent = z.infer<typeof practiceEvent>;
export const eventKinds = [
  'attempt-recorded',
  'card-answered',
  'card-undone',
  'card-suspended',
  'card-resumed',
  'card-reported',
  'task-ticked',
  'task-unticked',
  'drill-raised',
  'drill-closed',
  'drill-given-up',
] as const satisfies readonly PracticeEvent['kind'][];
