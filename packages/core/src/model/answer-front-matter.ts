import * as z from 'zod/mini';
import { criterionRef, levelId, questionId, slug } from './ids.ts';

/** What Rubricate reads from an answer's front matter. People keep other keys there; those are left alone. */
export const answerFrontMatter = z.looseObject({
  question: z.optional(questionId).check(z.describe('The question this answers, such as pinterest/home-feed.')),
  level: z.optional(levelId).check(z.describe("The level aimed at, as the company's ladder names it, such as L5.")),
  role: z
    .optional(slug)
    .check(z.describe('The role whose pack judges the answer, where several packs share the question.')),
  rubric: z
    .optional(z.union([slug, z.array(slug).check(z.minLength(1))]))
    .check(z.describe('Rubrics for a text that answers no question of a pack, such as [system-design].')),
  dismiss: z
    .optional(z.union([z.array(criterionRef), z.record(criterionRef, z.string())]))
    .check(z.describe('Criteria and pitfalls not to hint at in this file, best with a reason each.')),
});
export type AnswerFrontMatter = z.infer<typeof answerFrontMatter>;
export const answerKeys = ['question', 'level', 'role', 'rubric', 'dismiss'] as const;
