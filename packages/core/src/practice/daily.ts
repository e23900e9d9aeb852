import type { DeckCard } from './deck.ts';
import type { Progress } from './fold.ts';
import { cardState, isPlausible, type Timing } from './schedule.ts';

/** Cards a day are enough: what is due beyond them waits without a word, however many weeks were missed. */
export const dailyCards = 20;

export interface DayTiming extends Timing {
  /** When the day of `now` began where the person is, in milliseconds since 1970. */
  readonly dayStart: number;
}

/** What a day still asks for. */
export interface CardsToday {
  /** Cards that come back, within what is left of the day's cards. */
  readonly due: number;
  /** Cards never seen that there is room for beside them. */
  readonly fresh: number;
  /** Different cards answered today. */
  readonly answered: number;
}

/** How many cards are for today. Never more than a day's cards in all; suspended ones do not count. */
export function cardsToday(cards: readonly DeckCard[], progress: Progress, timing: DayTiming): CardsToday {
  const states = cards
    .filter(({ key }) => !progress.suspended.has(key))
    .map(({ key }) => cardState(progress.answers.get(key), timing).state);
  const count = (wanted: 'due' | 'unseen'): number => states.filter((state) => state === wanted).length;
  const answered = [...progress.answers.values()].filter((answers) =>
    answers.some((one) => Date.parse(one.at) >= timing.dayStart && isPlausible(one, timing.now)),
  ).length;
  const left = Math.max(0, dailyCards - answered);
  const due = Math.min(left, count('due'));
  return { due, fresh: Math.min(left - due, count('unseen')), answered };
}
