import * as z from 'zod/mini';
import { bar, line, naming, prose, slug } from './ids.ts';
import { provenance } from './source.ts';

export const dimension = z.strictObject({
  id: slug.check(z.describe('Short name of the dimension.')),
  title: line.check(z.describe('What the dimension is called.')),
});
export type Dimension = z.infer<typeof dimension>;

/** One thing an answer must show. How it is recognised is a rule (see `rules` of the pack). */
export const criterion = z.strictObject({
  id: slug.check(z.describe('Short name of the criterion; rules call it rubric/criterion.')),
  dimension: naming(slug, 'dimension').check(z.describe('The dimension it counts for.')),
  from: bar.check(z.describe('The lowest bar at which it is expected; below, it counts as a plus.')),
  title: z.string().check(z.minLength(1), z.maxLength(60), z.describe('The criterion in a few words.')),
  hint: z.string().check(z.minLength(1), z.maxLength(160), z.describe('One line that names the missing sentence.')),
  why: prose.check(z.describe('Why an interviewer looks for it.')),
  bars: z.strictObject({ mid: line, senior: line, staff: line }).check(z.describe('What it looks like at each bar.')),
  earns: z.strictObject({ met: line, partial: line }).check(z.describe('What earns met and partial, for people.')),
  weak: line.check(z.describe('A sentence that does not earn it.')),
  strong: line.check(z.describe('A sentence that earns it.')),
  belongs: z
    .array(z.string().check(z.minLength(1), z.maxLength(60)))
    .check(
      z.minLength(1),
      z.describe("Headings under which it belongs, most fitting first; for the hint's place and its quick fix."),
    ),
  frame: z
    .optional(z.string().check(z.minLength(1), z.maxLength(600)))
    .check(z.describe('A sentence frame to insert, in VS Code snippet syntax.')),
  ...provenance,
});
export type Criterion = z.infer<typeof criterion>;

/** One thing an answer must not do. */
export const pitfall = z.strictObject({
  id: slug.check(z.describe('Short name of the pitfall; rules call it rubric/pitfall.')),
  title: z.string().check(z.minLength(1), z.maxLength(60), z.describe('The pitfall in a few words.')),
  when: line.check(z.describe('When it is there, for people.')),
  hint: z.string().check(z.minLength(1), z.maxLength(160), z.describe('One line that names the missing sentence.')),
  why: prose.check(z.describe('Why it costs an answer.')),
  absence: z.optional(z.boolean()).check(z.describe('A pitfall of absence waits until the text is finished.')),
  weak: line.check(z.describe('A sentence that falls into it.')),
  strong: line.check(z.describe('The same said well.')),
  ...provenance,
});
export type Pitfall = z.infer<typeof pitfall>;

/** What is judged. A rubric that extends another adds to it; an answer to it is judged by both. */
export const rubric = z.strictObject({
  id: slug.check(z.describe('Name of the rubric, such as system-design.')),
  title: line.check(z.describe('What the rubric is called.')),
  about: prose.check(z.describe('What the rubric judges, in a sentence.')),
  extends: z.optional(naming(slug, 'rubric')).check(z.describe('The rubric it adds to; an answer is judged by both.')),
  story: z
    .optional(z.boolean())
    .check(z.describe('Answers tell what happened at work: they may be about anything, but not a plan or a design.')),
  dimensions: z.optional(z.array(dimension)).check(z.describe('Groups of criteria.')),
  criteria: z.array(criterion).check(z.describe('What an answer must show.')),
  pitfalls: z.optional(z.array(pitfall)).check(z.describe('What an answer must not do.')),
});
export type Rubric = z.infer<typeof rubric>;

/** How a pack's role judges a criterion or pitfall of a shared rubric otherwise. */
export const override = z.strictObject({
  weight: z
    .number()
    .check(z.minimum(-5), z.maximum(5), z.describe('0 switches it off; a negative weight turns its sign.')),
  why: prose.check(z.describe('Why this role counts it otherwise.')),
  ...provenance,
});
export type Override = z.infer<typeof override>;
