/** The entry of the part: everything behind the quiz commands. */
export { createQuizzes } from './quiz-commands.ts';
