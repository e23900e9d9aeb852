export { agentReview, type ReviewRequest, readRequest } from './agent-review.ts';
export { type Opinion, opinionOf } from './opinion.ts';
export { opinionPage } from './page.ts';
export { type GradedCriterion, gradedCriteria, opinionPrompt } from './prompt.ts';
export { findQuote } from './quotes.ts';
export { type ModelGrade, readReply } from './reply.ts';
export type { OpinionWords } from './words.ts';
