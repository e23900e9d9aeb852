import * as z from 'zod';
import { line, naming, prose, questionId, slug } from './ids.ts';
import { provenance } from './source.ts';

/** A prompt to practise. */
export const question = z.strictObject({
  id: questionId.describe('Company and question, such as pinterest/home-feed.'),
  title: z.string().min(1).max(80).describe('What people read in lists of questions.'),
  prompt: prose.describe('The question as it is asked.'),
  rubrics: z.array(naming(slug, 'rubric')).min(1).describe('Rubrics that judge its answers.'),
  structure: naming(slug, 'structure').optional().describe('The structure offered for its answers.'),
  minutes: z.int().min(5).max(240).describe('How long an answer takes.'),
  about: z
    .array(z.string().min(1).max(60))
    .min(3)
    .describe(
      'Words an answer to this question cannot do without; an answer to another question mentions few of them.',
    ),
  covers: z.array(line).optional().describe('What the sources say a strong answer covers.'),
  followUps: z.array(line).optional().describe('What an interviewer asks next.'),
  origin: z
    .enum(['reported', 'classic', 'ours'])
    .describe(
      '`reported`: a source names it; `classic`: widely practised; `ours`: written here, not reported as asked.',
    ),
  round: naming(slug, 'round').optional().describe('The round of the loop it belongs to.'),
  ...provenance,
});
export type Question = z.infer<typeof question>;

/** One heading of a structure, with what goes under it. */
const structureSection = z.strictObject({
  heading: line.describe('The heading, as it is written into the answer.'),
  minutes: z.int().min(0).max(240).optional().describe('Minutes for this section.'),
  prompt: line.describe('What to write here; inserted as a comment, which earns nothing.'),
  frames: z
    .array(z.string().min(1).max(600))
    .optional()
    .describe('Sentence frames in VS Code snippet syntax; unfilled, they earn nothing.'),
});

/** The skeleton of an answer, inserted as a snippet. */
export const structure = z.strictObject({
  id: slug.describe('Short name of the structure.'),
  title: line.describe('What the structure is called.'),
  about: prose.describe('What it is for.'),
  prefix: z.string().min(2).max(40).describe('What to type to insert it.'),
  rubrics: z.array(naming(slug, 'rubric')).optional().describe('Rubrics it fits.'),
  minutes: z.int().min(1).max(240).optional().describe('Minutes for the whole answer.'),
  sections: z.array(structureSection).min(1).describe('Headings in order, with what goes under each.'),
  ...provenance,
});
export type Structure = z.infer<typeof structure>;

/** A sentence frame that can be inserted by its prefix. */
export const frame = z.strictObject({
  id: slug.describe('Short name of the frame.'),
  title: line.describe('What the frame is called.'),
  prefix: z.string().min(2).max(40).describe('What to type to insert it, such as rub-data.'),
  body: z.array(z.string().max(300)).min(1).describe('Lines of the frame, in VS Code snippet syntax.'),
  about: line.describe('When to use it.'),
  ...provenance,
});
export type Frame = z.infer<typeof frame>;
