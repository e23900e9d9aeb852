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
  /** In the order of the cards; as many as were answered. */
  readonly answers: readonly CardAnswer[];
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

export function startQuiz(cards: readonly DealtCard[]): Quiz {
  return { cards, answers: [], page: 0 };
}

/** The page a person is on. Cards are numbered from 1. */
export function pageOf({ cards, answers, page }: Quiz): QuizPage {
  const index = Math.floor(page / 2);
  const card = cards[index];
  const answer = answers[index];
  if (card && page % 2 === 0) return { kind: 'card', number: index + 1, card, answer };
  if (card && answer) return { kind: 'explanation', number: index + 1, card, answer };
  const wrong = cards.filter((_, at) => answers[at]?.right === false);
  return { kind: 'score', right: answers.filter(({ right }) => right).length, answered: answers.length, wrong };
}

/** Answers the card of the page and turns to its explanation; a card that has its answer keeps it. */
export function answerCard(quiz: Quiz, chosen: Chosen): Quiz {
  const page = pageOf(quiz);
  if (page.kind !== 'card') return quiz;
  if (page.answer) return forward(quiz);
  const answer = { chosen, right: isRight(page.card.card, chosen) };
  return { ...quiz, answers: [...quiz.answers, answer], page: quiz.page + 1 };
}

/** Turns to the next page. A card without an answer is not passed; behind the score there is nothing. */
export function forward(quiz: Quiz): Quiz {
  const page = pageOf(quiz);
  if (page.kind === 'score' || (page.kind === 'card' && !page.answer)) return quiz;
  return { ...quiz, page: quiz.page + 1 };
}

export function back(quiz: Quiz): Quiz {
  return { ...quiz, page: Math.max(0, quiz.page - 1) };
}

/** Takes the last answer back and turns to its card, to be answered anew. */
export function undoAnswer(quiz: Quiz): Quiz {
  const last = quiz.answers.length - 1;
  return last < 0 ? quiz : { ...quiz, answers: quiz.answers.slice(0, last), page: last * 2 };
}

/** Turns to the explanation of a card that was answered. */
export function turnTo(quiz: Quiz, key: string): Quiz {
  const index = quiz.cards.findIndex((card) => card.key === key);
  return index >= 0 && index < quiz.answers.length ? { ...quiz, page: index * 2 + 1 } : quiz;
}
