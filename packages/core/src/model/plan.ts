import * as z from 'zod';
import { line, naming, prose, slug } from './ids.ts';
import { provenance } from './source.ts';

const task = z.strictObject({
  id: slug.describe('Short name of the task.'),
  text: line.describe('What to do.'),
  hours: z.number().min(0.25).max(40).optional().describe('How long it takes.'),
  question: naming(z.string(), 'question').optional().describe('The question it practises.'),
  ...provenance,
});

const phase = z.strictObject({
  id: slug.describe('Short name of the phase.'),
  title: line.describe('What the phase is called.'),
  about: prose.describe('What the phase is for.'),
  weeks: z
    .number()
    .min(0.5)
    .max(20)
    .describe('Share of the time there is, in weeks of the plan as its source tells it.'),
  tasks: z.array(task).min(1).describe('What to do in it.'),
  ...provenance,
});

/** The prep plan: phases in order, and how long they take from where. */
export const plan = z.strictObject({
  id: slug.describe('Short name of the plan.'),
  title: line.describe('What the plan is called.'),
  phases: z.array(phase).min(1).describe('In order.'),
  backgrounds: z
    .array(
      z.strictObject({
        id: slug.describe('Short name of the background.'),
        title: line.describe('What the background is called.'),
        weeks: z.strictObject({ min: z.number().min(1).max(52), max: z.number().min(1).max(52) }),
        hoursAWeek: z.number().min(1).max(80).optional().describe('Hours a week it counts with.'),
        ...provenance,
      }),
    )
    .optional(),
});
export type Plan = z.infer<typeof plan>;
