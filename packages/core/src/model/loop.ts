import * as z from 'zod/mini';
import { bar, levelId, line, naming, prose, slug } from './ids.ts';
import { provenance, statement } from './source.ts';

/** A rung of a company's ladder; `bar` says which shared bar it asks for. */
export const level = z.strictObject({
  id: levelId.check(z.describe('The level as the company writes it, such as L5.')),
  title: line.check(z.describe('What the level is called.')),
  bar,
  summary: prose.check(z.describe('What the level is about, in a sentence.')),
  expects: z.array(line).check(z.minLength(1), z.describe('What an interviewer at this level waits to hear.')),
  ...provenance,
});
export type Level = z.infer<typeof level>;

const minutes = z.strictObject({
  min: z.int().check(z.minimum(1), z.maximum(480)),
  max: z.int().check(z.minimum(1), z.maximum(480)),
});

/** One interview. A round about which the sources say nothing has `silent: true` and says so. */
export const round = z.strictObject({
  id: slug.check(z.describe('Short name of the round.')),
  title: line.check(z.describe('What the round is called.')),
  kind: z.enum([
    'screen',
    'coding',
    'system-design',
    'case',
    'behavioral',
    'panel',
    'hiring-manager',
    'executive',
    'other',
  ]),
  minutes: z.optional(minutes).check(z.describe('How long it lasts, from and to.')),
  levels: z
    .optional(z.array(naming(levelId, 'level')).check(z.minLength(1)))
    .check(z.describe('Levels at which the round is held; left out: all.')),
  about: prose.check(z.describe('What happens in the round.')),
  rubrics: z.optional(z.array(naming(slug, 'rubric'))).check(z.describe('Rubrics its answers are judged by.')),
  silent: z.optional(z.boolean()).check(z.describe('The sources say nothing about this round. It says so.')),
  who: z.optional(line).check(z.describe('Who asks, where a source says.')),
  ...provenance,
});
export type Round = z.infer<typeof round>;

/** The ordered interviews of a company and role. */
export const loop = z.strictObject({
  id: slug.check(z.describe('Short name of the loop.')),
  title: line.check(z.describe('What the loop is called.')),
  about: prose.check(z.describe('The loop in a sentence or two.')),
  rounds: z.array(round).check(z.minLength(1), z.describe('In the order they are held.')),
  /** Spans of time as sources give them; each says where its clock starts and stops, since these differ. */
  elapsed: z.optional(
    z.array(
      z.strictObject({
        text: line.check(z.describe('The span as the source tells it.')),
        days: z
          .strictObject({
            min: z.number().check(z.minimum(0), z.maximum(1000)),
            max: z.number().check(z.minimum(0), z.maximum(1000)),
          })
          .check(z.describe('The span in days.')),
        from: line.check(z.describe('Where its clock starts.')),
        to: line.check(z.describe('Where its clock stops.')),
        note: z.optional(prose).check(z.describe('What a reader should know before trusting it.')),
        ...provenance,
      }),
    ),
  ),
  silence: z.optional(z.array(statement)).check(z.describe('What silence after a round is said to mean.')),
  pacing: z.optional(z.array(statement)).check(z.describe('How the steps are said to be paced.')),
  notes: z
    .optional(z.array(statement))
    .check(z.describe('Where an account of the loop does not add up, or another account differs.')),
  ...provenance,
});
export type Loop = z.infer<typeof loop>;
