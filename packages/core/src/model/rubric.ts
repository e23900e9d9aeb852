import * as z from 'zod';
import { bar, line, naming, prose, slug } from './ids.ts';
import { provenance } from './source.ts';

export const dimension = z.strictObject({
  id: slug.describe('Short name of the dimension.'),
  title: line.describe('What the dimension is called.'),
});
export type Dimension = z.infer<typeof dimension>;

/** One thing an answer must show. How it is recognised is a rule (see `rules` of the pack). */
export const criterion = z.strictObject({
  id: slug.describe('Short name of the criterion; rules call it rubric/criterion.'),
  dimension: naming(slug, 'dimension').describe('The dimension it counts for.'),
  from: bar.describe('The lowest bar at which it is expected; below, it counts as a plus.'),
  title: z.string().min(1).max(60).describe('The criterion in a few words.'),
  hint: z.string().min(1).max(160).describe('One line that names the missing sentence.'),
  why: prose.describe('Why an interviewer looks for it.'),
  bars: z.strictObject({ mid: line, senior: line, staff: line }).describe('What it looks like at each bar.'),
  earns: z.strictObject({ met: line, partial: line }).describe('What earns met and partial, for people.'),
  weak: line.describe('A sentence that does not earn it.'),
  strong: line.describe('A sentence that earns it.'),
  belongs: z
    .array(z.string().min(1).max(60))
    .min(1)
    .describe("Headings under which it belongs, most fitting first; for the hint's place and its quick fix."),
  frame: z.string().min(1).max(600).optional().describe('A sentence frame to insert, in VS Code snippet syntax.'),
  ...provenance,
});
export type Criterion = z.infer<typeof criterion>;

/** One thing an answer must not do. */
export const pitfall = z.strictObject({
  id: slug.describe('Short name of the pitfall; rules call it rubric/pitfall.'),
  title: z.string().min(1).max(60).describe('The pitfall in a few words.'),
  when: line.describe('When it is there, for people.'),
  hint: z.string().min(1).max(160).describe('One line that names the missing sentence.'),
  why: prose.describe('Why it costs an answer.'),
  absence: z.boolean().optional().describe('A pitfall of absence waits until the text is finished.'),
  weak: line.describe('A sentence that falls into it.'),
  strong: line.describe('The same said well.'),
  ...provenance,
});
export type Pitfall = z.infer<typeof pitfall>;

/** What is judged. A rubric that extends another adds to it; an answer to it is judged by both. */
export const rubric = z.strictObject({
  id: slug.describe('Name of the rubric, such as system-design.'),
  title: line.describe('What the rubric is called.'),
  about: prose.describe('What the rubric judges, in a sentence.'),
  extends: naming(slug, 'rubric').optional().describe('The rubric it adds to; an answer is judged by both.'),
  story: z
    .boolean()
    .optional()
    .describe('Answers tell what happened at work: they may be about anything, but not a plan or a design.'),
  dimensions: z.array(dimension).optional().describe('Groups of criteria.'),
  criteria: z.array(criterion).describe('What an answer must show.'),
  pitfalls: z.array(pitfall).optional().describe('What an answer must not do.'),
});
export type Rubric = z.infer<typeof rubric>;

/** How a pack's role judges a criterion or pitfall of a shared rubric otherwise. */
export const override = z.strictObject({
  weight: z.number().min(-5).max(5).describe('0 switches it off; a negative weight turns its sign.'),
  why: prose.describe('Why this role counts it otherwise.'),
  ...provenance,
});
export type Override = z.infer<typeof override>;
