import * as z from 'zod';
import { criterionRef, levelId, questionId, slug } from './ids.ts';

/** What Rubricate reads from an answer's front matter. People keep other keys there; those are left alone. */
export const answerFrontMatter = z.looseObject({
  question: questionId.optional().describe('The question this answers, such as pinterest/home-feed.'),
  level: levelId.optional().describe("The level aimed at, as the company's ladder names it, such as L5."),
  role: slug.optional().describe('The role whose pack judges the answer, where several packs share the question.'),
  rubric: z
    .union([slug, z.array(slug).min(1)])
    .optional()
    .describe('Rubrics for a text that answers no question of a pack, such as [system-design].'),
  dismiss: z
    .union([z.array(criterionRef), z.record(criterionRef, z.string())])
    .optional()
    .describe('Criteria and pitfalls not to hint at in this file, best with a reason each.'),
});
export type AnswerFrontMatter = z.infer<typeof answerFrontMatter>;
export const answerKeys = ['question', 'level', 'role', 'rubric', 'dismiss'] as const;
