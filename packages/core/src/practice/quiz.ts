import type { DealtCard } from './deck.ts';
import type { Chosen } from './events.ts';
import { isRight } from './grade.ts';

/** What was answered, once: an answer is journaled at once, so going back reads it again and changes nothing. */
export interface CardAnswer {
  readonly chosen: Chosen;
  readonly right: boolean;
}

/** A quiz is a row of pages: each card and, behind it, its explanation; the score is the last. */
export interface Quiz {
  readonly cards: readonly DealtCard[];
  /** By place in `cards`, in the order they were given. */
  readonly answers: ReadonlyMap<number, CardAnswer>;
  readonly page: number;
}

export type QuizPage =
  | {
      readonly kind: 'card';
      readonly number: number;
      readonly card: DealtCard;
      readonly answer: CardAnswer | undefined;
    }
  | { readonly kind: 'explanation'; readonly number: number; readonly card: DealtCard; readonly answer: CardAnswer }
  | { readonly kind: 'score'; readonly right: number; readonly answered: number; readonly wrong: readonly DealtCard[] };

/** A quiz over these cards, at its first page. */
export function startQuiz(cards: readonly DealtCard[]): Quiz {
  return { cards, answers: new Map(), page: 0 };
}

/** The page a person is on. Cards are numbered from 1. */
export function pageOf({ cards, answers, page }: Quiz): QuizPage {
  const index = Math.floor(page / 2);
  const card = cards[index];
  const answer = answers.get(index);
  if (card && page % 2 === 0) return { kind: 'card', number: index + 1, card, answer };
  if (card && answer) return { kind: 'explanation', number: index + 1, card, answer };
  const wrong = cards.filter((_, at) => answers.get(at)?.right === false);
  const right = [...answers.values()].filter((one) => one.right).length;
  return { kind: 'score', right, answered: answers.size, wrong };
}

/** Answers the card of the page and turns to its explanation; a card that has its answer keeps it. */
export function answerCard(quiz: Quiz, chosen: Chosen): Quiz {
  const page = pageOf(quiz);
  if (page.kind !== 'card') return quiz;
  if (page.answer) return forward(quiz);
  const answer = { chosen, right: isRight(page.card.card, chosen) };
  return { ...quiz, answers: new Map([...quiz.answers, [page.number - 1, answer]]), page: quiz.page + 1 };
}

/** Turns to the next page. A card without an answer is not passed; behind the score there is nothing. */
export function forward(quiz: Quiz): Quiz {
  const page = pageOf(quiz);
  if (page.kind === 'score' || (page.kind === 'card' && !page.answer)) return quiz;
  return { ...quiz, page: quiz.page + 1 };
}

/** Turns one page back. */
export function back(quiz: Quiz): Quiz {
  return { ...quiz, page: Math.max(0, quiz.page - 1) };
}

/** The place of the card whose answer an undoing means: that of the page or, where it has none, the one answered last. */
export function undoable(quiz: Quiz): number | undefined {
  const page = pageOf(quiz);
  return page.kind !== 'score' && page.answer ? page.number - 1 : [...quiz.answers.keys()].at(-1);
}

/** Takes the answer of the page back, else the last one, and turns to its card, to be answered anew. */
export function undoAnswer(quiz: Quiz): Quiz {
  const place = undoable(quiz);
  if (place === undefined) return quiz;
  return { ...quiz, answers: new Map([...quiz.answers].filter(([at]) => at !== place)), page: place * 2 };
}

/** Turns to the explanation of a card that was answered. */
export function turnTo(quiz: Quiz, key: string): Quiz {
  const index = quiz.cards.findIndex((card) => card.key === key);
  return quiz.answers.has(index) ? { ...quiz, page: index * 2 + 1 } : quiz;
}
