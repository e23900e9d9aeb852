import type { DealtCard } from './deck.ts';
import type { CardReported, Chosen } from './events.ts';
import {
  answerCard,
  back,
  type CardAnswer,
  forward,
  pageOf,
  type Quiz,
  type QuizPage,
  startQuiz,
  turnTo,
  undoAnswer,
  undoable,
} from './quiz.ts';

export type CardPage = Extract<QuizPage, { readonly kind: 'card' }>;
export type ExplanationPage = Extract<QuizPage, { readonly kind: 'explanation' }>;
export type ScorePage = Extract<QuizPage, { readonly kind: 'score' }>;

/** What a person does on a page. */
export type QuizMove =
  | { readonly kind: 'answer'; readonly chosen: Chosen }
  | { readonly kind: 'next' }
  | { readonly kind: 'back' }
  | { readonly kind: 'read'; readonly key: string }
  | { readonly kind: 'again' }
  /** Takes the answer of the page back; on one without an answer, the last one of the quiz. */
  | { readonly kind: 'undo' }
  /** Of the card of the page. */
  | { readonly kind: 'suspend' }
  | { readonly kind: 'report'; readonly reason: CardReported['reason']; readonly note?: string | undefined }
  | { readonly kind: 'quit' };

/** Shows one page and resolves with what the person does. `of` is the number of cards. */
export interface QuizUi {
  card(page: CardPage, of: number): Promise<QuizMove>;
  explanation(page: ExplanationPage, of: number): Promise<QuizMove>;
  score(page: ScorePage, of: number): Promise<QuizMove>;
}

export interface QuizRun {
  readonly cards: readonly DealtCard[];
  readonly ui: QuizUi;
  readonly journal: QuizJournal;
}

/** Where a quiz writes down what happens, each as soon as it does. */
export interface QuizJournal {
  /** Called once for each answer, before its explanation shows. Gives the id of the event. */
  answer(card: DealtCard, answer: CardAnswer): Promise<string>;
  /** The answer that was recorded under this id does not count. */
  undo(event: string): Promise<void>;
  suspend(card: DealtCard): Promise<void>;
  report(card: DealtCard, reason: CardReported['reason'], note: string | undefined): Promise<void>;
}

/** Takes a person through a quiz, until they quit or ask for another. */
export async function runQuiz({
  cards,
  ui,
  journal,
}: QuizRun): Promise<{ readonly quiz: Quiz; readonly again: boolean }> {
  let quiz = startQuiz(cards);
  /** Ids of events, by the place of their card. */
  const recorded = new Map<number, string>();
  for (;;) {
    const page = pageOf(quiz);
    const move = await show(ui, page, cards.length);
    switch (move.kind) {
      case 'answer': {
        if (page.kind !== 'card') break;
        const place = page.number - 1;
        quiz = answerCard(quiz, move.chosen);
        const answer = quiz.answers.get(place);
        if (answer && !page.answer) recorded.set(place, await journal.answer(page.card, answer));
        break;
      }
      case 'next':
        quiz = forward(quiz);
        break;
      case 'back':
        quiz = back(quiz);
        break;
      case 'read':
        quiz = turnTo(quiz, move.key);
        break;
      case 'undo': {
        const place = undoable(quiz);
        quiz = undoAnswer(quiz);
        const event = place === undefined ? undefined : recorded.get(place);
        if (place === undefined || event === undefined) break;
        recorded.delete(place);
        await journal.undo(event);
        break;
      }
      case 'suspend':
        if (page.kind !== 'score') await journal.suspend(page.card);
        quiz = forward(quiz);
        break;
      case 'report':
        if (page.kind !== 'score') await journal.report(page.card, move.reason, move.note);
        break;
      case 'again':
        return { quiz, again: true };
      case 'quit':
        return { quiz, again: false };
    }
  }
}

function show(ui: QuizUi, page: QuizPage, of: number): Promise<QuizMove> {
  switch (page.kind) {
    case 'card':
      return ui.card(page, of);
    case 'explanation':
      return ui.explanation(page, of);
    case 'score':
      return ui.score(page, of);
  }
}
