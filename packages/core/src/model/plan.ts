import * as z from 'zod';
import { line, prose, slug } from './ids.ts';
import { provenance } from './source.ts';

const task = z.strictObject({
  id: slug,
  text: line,
  hours: z.number().min(0.25).max(40).optional(),
  question: z.string().optional(),
  ...provenance,
});

const phase = z.strictObject({
  id: slug,
  title: line,
  about: prose,
  /** Share of the time there is, in weeks of the plan as its source tells it. */
  weeks: z.number().min(0.5).max(20),
  tasks: z.array(task).min(1),
  ...provenance,
});

/** The prep plan: phases in order, and how long they take from where. */
export const plan = z.strictObject({
  id: slug,
  title: line,
  phases: z.array(phase).min(1),
  backgrounds: z
    .array(
      z.strictObject({
        id: slug,
        title: line,
        weeks: z.strictObject({ min: z.number().min(1).max(52), max: z.number().min(1).max(52) }),
        hoursAWeek: z.number().min(1).max(80).optional(),
        ...provenance,
      }),
    )
    .optional(),
});
export type Plan = z.infer<typeof plan>;
