import type { Question } from '../model/index.ts';
import type { Lens } from '../review/index.ts';
import { structureOf } from './answer-template.ts';

/** A part of a mock interview with the time it may take. */
export interface MockPhase {
  /** The heading its words go under; empty for an answer without a structure. */
  readonly heading: string;
  readonly minutes: number;
}

/**
 * A mock interview, as plain data that survives being stored. All times are milliseconds; moments are those of the
 * caller's clock, which goes on while nothing runs: an interviewer does not wait for a window to come back.
 */
export interface Mock {
  readonly question: string;
  readonly phases: readonly MockPhase[];
  /** When each phase ends, in time spent: the last one is the end of the interview. */
  readonly ends: readonly number[];
  /** Time spent up to `since`. */
  readonly spent: number;
  /** Since when the clock runs; undefined while it is paused or after the end. */
  readonly since: number | undefined;
  readonly finished: boolean;
}

const minuteMs = 60_000;

/**
 * The phases of a question: those of its structure, stretched or squeezed to the minutes the question is given, to the
 * whole minute; one phase where it has no structure with times.
 */
export function phasesOf(question: Question, lens: Pick<Lens, 'structures' | 'rubrics'>): readonly MockPhase[] {
  const timed = (structureOf(question, lens)?.sections ?? []).filter(({ minutes }) => minutes);
  const total = timed.reduce((sum, { minutes = 0 }) => sum + minutes, 0);
  if (total === 0) return [{ heading: '', minutes: question.minutes }];
  let before = 0;
  let given = 0;
  return timed.map(({ heading, minutes = 0 }) => {
    before += minutes;
    // Ends are rounded, not lengths, so that the phases add up to the whole.
    const end = Math.round((before / total) * question.minutes);
    const phase = { heading, minutes: end - given };
    given = end;
    return phase;
  });
}

/** A new interview, whose clock runs from `now`. */
export function startMock(question: string, phases: readonly MockPhase[], now: number): Mock {
  let end = 0;
  const ends = phases.map(({ minutes }) => {
    end += minutes * minuteMs;
    return end;
  });
  return { question, phases, ends, spent: 0, since: now, finished: false };
}

/** Stops the clock. What is paused or over stays as it is. */
export function pauseMock(mock: Mock, now: number): Mock {
  return mock.since === undefined ? mock : { ...mock, spent: spentAt(mock, now), since: undefined };
}

/** Lets a paused clock run again from `now`; changes nothing where it runs or the interview is over. */
export function resumeMock(mock: Mock, now: number): Mock {
  return mock.since !== undefined || mock.finished ? mock : { ...mock, since: now };
}

/** Gives the present phase more minutes, and moves what comes after it. Past the end they count from now. */
export function extendMock(mock: Mock, minutes: number, now: number): Mock {
  if (mock.finished) return mock;
  const { spent, phase } = clockOf(mock, now);
  const last = mock.ends.length - 1;
  const overdue = Math.max(0, spent - (mock.ends[last] ?? 0));
  const more = minutes * minuteMs + overdue;
  return { ...mock, ends: mock.ends.map((end, index) => (index < phase ? end : end + more)) };
}

/** Ends the present phase; the time it leaves goes to the one after it. In the last phase nothing changes. */
export function nextPhase(mock: Mock, now: number): Mock {
  const { spent, phase } = clockOf(mock, now);
  if (mock.finished || phase >= mock.ends.length - 1) return mock;
  return { ...mock, ends: mock.ends.map((end, index) => (index === phase ? Math.min(end, spent) : end)) };
}

/** Ends the interview; its clock stands from `now` on. */
export function finishMock(mock: Mock, now: number): Mock {
  return { ...pauseMock(mock, now), finished: true };
}

/** What the clock of an interview shows. In milliseconds, but for `phase`. */
export interface MockClock {
  readonly state: 'running' | 'paused' | 'finished';
  readonly spent: number;
  readonly total: number;
  /** Negative once time is up. */
  readonly left: number;
  /** Which phase it is, from 0. */
  readonly phase: number;
  /** Negative once time is up. */
  readonly phaseLeft: number;
}

/** What the clock shows at `now`. */
export function clockOf(mock: Mock, now: number): MockClock {
  const spent = spentAt(mock, now);
  const total = mock.ends.at(-1) ?? 0;
  const at = mock.ends.findIndex((end) => end > spent);
  const phase = at === -1 ? Math.max(0, mock.ends.length - 1) : at;
  return {
    state: mock.finished ? 'finished' : mock.since === undefined ? 'paused' : 'running',
    spent,
    total,
    left: total - spent,
    phase,
    phaseLeft: (mock.ends[phase] ?? total) - spent,
  };
}

/** A clock that was set back while the interview ran takes nothing away. */
function spentAt({ spent, since }: Mock, now: number): number {
  return since === undefined ? spent : spent + Math.max(0, now - since);
}
