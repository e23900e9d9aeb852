import * as z from 'zod/mini';
import { line, naming, prose, slug } from './ids.ts';
import { provenance } from './source.ts';

const task = z.strictObject({
  id: slug.check(z.describe('Short name of the task.')),
  text: line.check(z.describe('What to do.')),
  hours: z.optional(z.number().check(z.minimum(0.25), z.maximum(40))).check(z.describe('How long it takes.')),
  question: z.optional(naming(z.string(), 'question')).check(z.describe('The question it practises.')),
  ...provenance,
});

const phase = z.strictObject({
  id: slug.check(z.describe('Short name of the phase.')),
  title: line.check(z.describe('What the phase is called.')),
  about: prose.check(z.describe('What the phase is for.')),
  weeks: z
    .number()
    .check(
      z.minimum(0.5),
      z.maximum(20),
      z.describe('Share of the time there is, in weeks of the plan as its source tells it.'),
    ),
  tasks: z.array(task).check(z.minLength(1), z.describe('What to do in it.')),
  ...provenance,
});

/** The prep plan: phases in order, and how long they take from where. */
export const plan = z.strictObject({
  id: slug.check(z.describe('Short name of the plan.')),
  title: line.check(z.describe('What the plan is called.')),
  phases: z.array(phase).check(z.minLength(1), z.describe('In order.')),
  backgrounds: z.optional(
    z.array(
      z.strictObject({
        id: slug.check(z.describe('Short name of the background.')),
        title: line.check(z.describe('What the background is called.')),
        weeks: z.strictObject({
          min: z.number().check(z.minimum(1), z.maximum(52)),
          max: z.number().check(z.minimum(1), z.maximum(52)),
        }),
        hoursAWeek: z
          .optional(z.number().check(z.minimum(1), z.maximum(80)))
          .check(z.describe('Hours a week it counts with.')),
        ...provenance,
      }),
    ),
  ),
});
export type Plan = z.infer<typeof plan>;
