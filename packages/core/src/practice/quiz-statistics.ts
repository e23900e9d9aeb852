import type { DeckCard } from './deck.ts';
import type { Progress } from './fold.ts';
import { cardState, retentionOf, type Timing } from './schedule.ts';

/** How far a set of cards is known. */
export interface CardCounts {
  readonly cards: number;
  readonly seen: number;
  /** All that are due; how many a day asks for is another matter. */
  readonly due: number;
  readonly suspended: number;
  /** How likely a card that was seen is known now, on average, from 0 to 1; undefined where none was. */
  readonly retention: number | undefined;
  /** The same for the day of the interview, if nothing is done until then; undefined where it has no date or is over. */
  readonly atInterview: number | undefined;
}

export interface QuizStatistics {
  readonly all: CardCounts;
  /** By name. */
  readonly topics: readonly (CardCounts & { readonly topic: string })[];
}

/** Counts a deck, as a whole and by topic. */
export function quizStatistics(cards: readonly DeckCard[], progress: Progress, timing: Timing): QuizStatistics {
  const topics = new Map<string, DeckCard[]>();
  for (const card of cards) {
    const list = topics.get(card.card.topic);
    if (list) list.push(card);
    else topics.set(card.card.topic, [card]);
  }
  return {
    all: countsOf(cards, progress, timing),
    topics: [...topics]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([topic, list]) => ({ topic, ...countsOf(list, progress, timing) })),
  };
}

function countsOf(cards: readonly DeckCard[], progress: Progress, timing: Timing): CardCounts {
  const wanted = cards.filter(({ key }) => !progress.suspended.has(key));
  const states = wanted.map(({ key }) => cardState(progress.answers.get(key), timing));
  const { now, interview } = timing;
  const likely = wanted.flatMap(({ key }) =>
    interview === undefined || interview < now ? [] : (retentionOf(progress.answers.get(key), interview, now) ?? []),
  );
  return {
    cards: cards.length,
    seen: cards.filter(({ key }) => progress.answers.has(key)).length,
    due: states.filter(({ state }) => state === 'due').length,
    suspended: cards.length - wanted.length,
    retention: mean(states.flatMap((one) => (one.state === 'unseen' ? [] : [one.retention]))),
    atInterview: mean(likely),
  };
}

function mean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}
