import { FSRSAlgorithm, type FSRSState } from 'ts-fsrs';
import type { CardAnswered } from './events.ts';

const day = 24 * 60 * 60 * 1000;

/** How likely a card should still be known when it comes back, while the interview is far or has no date. */
export const usualRetention = 0.9;
/** How likely it should be known on the day of the interview. */
export const interviewRetention = 0.97;
/** Over so many days before the interview the one grows into the other. */
export const rampDays = 21;

/** No fuzz: the same answers give the same dates. The weights are those that FSRS brings, learnt from many people's reviews. */
const fsrs = new FSRSAlgorithm({ request_retention: usualRetention, enable_fuzz: false });
/** FSRS grades from again to easy; whether an answer was right is all that is known of it. */
const grades = { wrong: 1, right: 3 } as const;

/** What is remembered of a card, as FSRS models it (github.com/open-spaced-repetition, version 6). */
interface Memory {
  readonly state: FSRSState;
  /** Milliseconds since 1970. */
  readonly last: number;
  readonly lastRight: boolean;
}

/** Clocks of two machines are this far apart at most; an answer from further ahead bears a date that is not its own. */
const clocksApart = day;

/** Whether it can be that an answer bears this date, when it is `now`. */
export function isPlausible({ at }: CardAnswered, now: number): boolean {
  return Date.parse(at) <= now + clocksApart;
}

/** What was remembered before an answer, and after it. */
interface Step {
  readonly from: Memory | undefined;
  readonly to: Memory;
}

/** Events do not change, and FSRS is slow: an answer that follows on the same memory leaves the same one. */
const steps = new WeakMap<CardAnswered, Step>();

/**
 * How strongly a card is remembered after its answers, oldest first: a fold over them and nothing else. An answer dated in
 * the future, by a clock that was wrong, does not tell how long ago it was; it says nothing until that day has come.
 */
function memoryOf(answers: readonly CardAnswered[], now: number): Memory | undefined {
  let memory: Memory | undefined;
  for (const answer of answers) {
    const step = steps.get(answer);
    if (step && step.from === memory && step.to.last <= now) {
      memory = step.to;
      continue;
    }
    if (!isPlausible(answer, now)) continue;
    const { at, right } = answer;
    const time = Date.parse(at);
    const last = Math.min(time, now);
    const elapsed = memory ? wholeDays(last - memory.last) : 0;
    const state = fsrs.next_state(memory?.state ?? null, elapsed, right ? grades.right : grades.wrong);
    const to: Memory = { state, last, lastRight: right };
    // One from a little ahead is taken for one of now, which will be another time.
    if (last === time) steps.set(answer, { from: memory, to });
    memory = to;
  }
  return memory;
}

/** FSRS counts in days; what was answered within twelve hours belongs to one sitting, at midnight too. */
function wholeDays(span: number): number {
  return Math.max(0, Math.round(span / day));
}

/** When cards come back. */
export interface Timing {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** When the day of the interview begins where the person is, in milliseconds since 1970. */
  readonly interview?: number | undefined;
}

export type CardState =
  | { readonly state: 'unseen' }
  | {
      readonly state: 'due' | 'later';
      /** Milliseconds since 1970. */
      readonly due: number;
      /** How likely the card is known now, from 0 to 1. */
      readonly retention: number;
      readonly lastRight: boolean;
    };

/**
 * Whether a card is due, by its answers, oldest first. A wrong one makes it due at once; a right one for when it would else
 * be known less likely than wanted. An interview that lies ahead wants more the closer it is, and no date lies behind it.
 */
export function cardState(answers: readonly CardAnswered[] | undefined, timing: Timing): CardState {
  const memory = memoryOf(answers ?? [], timing.now);
  if (!memory) return { state: 'unseen' };
  // An interview that is over decides nothing any more.
  const isAhead = timing.interview !== undefined && timing.now < timing.interview + day;
  const due = dueOf(memory, isAhead ? timing.interview : undefined);
  return {
    state: due <= timing.now ? 'due' : 'later',
    due,
    retention: retentionAt(memory, timing.now),
    lastRight: memory.lastRight,
  };
}

/** How likely a card will be known at a time, as of now, if nothing is done until then. Undefined where it was never answered. */
export function retentionOf(
  answers: readonly CardAnswered[] | undefined,
  time: number,
  now: number,
): number | undefined {
  const memory = memoryOf(answers ?? [], now);
  return memory && retentionAt(memory, time);
}

/** A wrong answer says that the card is not known, whatever the curve begins with. */
function retentionAt({ state, last, lastRight }: Memory, time: number): number {
  const known = fsrs.forgetting_curve(Math.max(0, time - last) / day, state.stability);
  return lastRight ? known : Math.min(known, 0.5);
}

function dueOf({ state, last, lastRight }: Memory, interview: number | undefined): number {
  if (!lastRight) return last;
  const usual = last + fsrs.next_interval(state.stability, 0) * day;
  if (interview === undefined || last >= interview || interview - usual >= rampDays * day) return usual;
  const wanted = (time: number): number =>
    usualRetention + (interviewRetention - usualRetention) * Math.min(1, 1 - (interview - time) / (rampDays * day));
  // The last chance is the day before, however well the card is known.
  const latest = Math.min(usual, interview - day);
  for (let time = Math.max(last + day, interview - rampDays * day); time < latest; time += day)
    if (fsrs.forgetting_curve((time - last) / day, state.stability) <= wanted(time)) return time;
  return latest > last ? Math.max(latest, Math.min(last + day, interview)) : interview;
}
