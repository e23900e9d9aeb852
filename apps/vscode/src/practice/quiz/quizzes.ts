import type { Services } from '../../services.ts';
import type { Journal } from '../journal.ts';

/** Quizzes and what is known of the cards: a part of the extension that is loaded when somebody asks for it. */
export interface Quizzes {
  /** Asks five cards, or those that are chosen first. Resolves when the quiz is over. */
  quiz(options: { readonly choose: boolean }): Promise<void>;
  /** Goes back in a card that is answered in steps. */
  pressBackspace(): void;
  /** Offers the suspended cards, to be asked again. */
  resumeCards(): Promise<void>;
  /** What is known of the deck, as Markdown. */
  statisticsPage(): Promise<string>;
}

export interface QuizFeatures {
  readonly services: Services;
  readonly journal: Journal;
}

/** What the bundle exports. */
export interface QuizPart {
  createQuizzes(features: QuizFeatures): Quizzes;
}
