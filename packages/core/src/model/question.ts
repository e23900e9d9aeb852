import * as z from 'zod/mini';
import { line, naming, prose, questionId, slug } from './ids.ts';
import { provenance } from './source.ts';

/** A prompt to practise. */
export const question = z.strictObject({
  id: questionId.check(z.describe('Company and question, such as pinterest/home-feed.')),
  title: z.string().check(z.minLength(1), z.maxLength(80), z.describe('What people read in lists of questions.')),
  prompt: prose.check(z.describe('The question as it is asked.')),
  rubrics: z.array(naming(slug, 'rubric')).check(z.minLength(1), z.describe('Rubrics that judge its answers.')),
  structure: z.optional(naming(slug, 'structure')).check(z.describe('The structure offered for its answers.')),
  minutes: z.int().check(z.minimum(5), z.maximum(240), z.describe('How long an answer takes.')),
  about: z
    .array(z.string().check(z.minLength(1), z.maxLength(60)))
    .check(
      z.minLength(3),
      z.describe(
        'Words an answer to this question cannot do without; an answer to another question mentions few of them.',
      ),
    ),
  covers: z.optional(z.array(line)).check(z.describe('What the sources say a strong answer covers.')),
  followUps: z.optional(z.array(line)).check(z.describe('What an interviewer asks next.')),
  origin: z
    .enum(['reported', 'classic', 'ours'])
    .check(
      z.describe(
        '`reported`: a source names it; `classic`: widely practised; `ours`: written here, not reported as asked.',
      ),
    ),
  round: z.optional(naming(slug, 'round')).check(z.describe('The round of the loop it belongs to.')),
  ...provenance,
});
export type Question = z.infer<typeof question>;

/** One heading of a structure, with what goes under it. */
const structureSection = z.strictObject({
  heading: line.check(z.describe('The heading, as it is written into the answer.')),
  minutes: z.optional(z.int().check(z.minimum(0), z.maximum(240))).check(z.describe('Minutes for this section.')),
  prompt: line.check(z.describe('What to write here; inserted as a comment, which earns nothing.')),
  frames: z
    .optional(z.array(z.string().check(z.minLength(1), z.maxLength(600))))
    .check(z.describe('Sentence frames in VS Code snippet syntax; unfilled, they earn nothing.')),
});

/** The skeleton of an answer, inserted as a snippet. */
export const structure = z.strictObject({
  id: slug.check(z.describe('Short name of the structure.')),
  title: line.check(z.describe('What the structure is called.')),
  about: prose.check(z.describe('What it is for.')),
  prefix: z.string().check(z.minLength(2), z.maxLength(40), z.describe('What to type to insert it.')),
  rubrics: z.optional(z.array(naming(slug, 'rubric'))).check(z.describe('Rubrics it fits.')),
  minutes: z.optional(z.int().check(z.minimum(1), z.maximum(240))).check(z.describe('Minutes for the whole answer.')),
  sections: z
    .array(structureSection)
    .check(z.minLength(1), z.describe('Headings in order, with what goes under each.')),
  ...provenance,
});
export type Structure = z.infer<typeof structure>;

/** A sentence frame that can be inserted by its prefix. */
export const frame = z.strictObject({
  id: slug.check(z.describe('Short name of the frame.')),
  title: line.check(z.describe('What the frame is called.')),
  prefix: z.string().check(z.minLength(2), z.maxLength(40), z.describe('What to type to insert it, such as rub-data.')),
  body: z
    .array(z.string().check(z.maxLength(300)))
    .check(z.minLength(1), z.describe('Lines of the frame, in VS Code snippet syntax.')),
  about: line.check(z.describe('When to use it.')),
  ...provenance,
});
export type Frame = z.infer<typeof frame>;
