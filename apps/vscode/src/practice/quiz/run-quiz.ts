import {
  answerCard,
  back,
  type CardAnswer,
  type Chosen,
  type DealtCard,
  forward,
  pageOf,
  type Quiz,
  type QuizPage,
  startQuiz,
  turnTo,
} from '@rubricate/core/practice';

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
  /** Called once for each card, as soon as it is answered and before its explanation shows. */
  readonly record: (card: DealtCard, answer: CardAnswer) => Promise<void>;
}

/** Takes a person through a quiz, until they quit or ask for another. */
export async function runQuiz({
  cards,
  ui,
  record,
}: QuizRun): Promise<{ readonly quiz: Quiz; readonly again: boolean }> {
  let quiz = startQuiz(cards);
  for (;;) {
    const page = pageOf(quiz);
    const move = await show(ui, page, cards.length);
    switch (move.kind) {
      case 'answer': {
        const before = quiz.answers.length;
        quiz = answerCard(quiz, move.chosen);
        const answer = quiz.answers[before];
        const card = quiz.cards[before];
        if (answer && card) await record(card, answer);
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
