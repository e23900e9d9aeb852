import * as z from 'zod';
import { bar, levelId, line, naming, prose, slug } from './ids.ts';
import { provenance, statement } from './source.ts';

/** A rung of a company's ladder; `bar` says which shared bar it asks for. */
export const level = z.strictObject({
  id: levelId.describe('The level as the company writes it, such as L5.'),
  title: line.describe('What the level is called.'),
  bar,
  summary: prose.describe('What the level is about, in a sentence.'),
  expects: z.array(line).min(1).describe('What an interviewer at this level waits to hear.'),
  ...provenance,
});
export type Level = z.infer<typeof level>;

const minutes = z.strictObject({ min: z.int().min(1).max(480), max: z.int().min(1).max(480) });

/** One interview. A round about which the sources say nothing has `silent: true` and says so. */
export const round = z.strictObject({
  id: slug.describe('Short name of the round.'),
  title: line.describe('What the round is called.'),
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
  minutes: minutes.optional().describe('How long it lasts, from and to.'),
  levels: z
    .array(naming(levelId, 'level'))
    .min(1)
    .optional()
    .describe('Levels at which the round is held; left out: all.'),
  about: prose.describe('What happens in the round.'),
  rubrics: z.array(naming(slug, 'rubric')).optional().describe('Rubrics its answers are judged by.'),
  silent: z.boolean().optional().describe('The sources say nothing about this round. It says so.'),
  who: line.optional().describe('Who asks, where a source says.'),
  ...provenance,
});
export type Round = z.infer<typeof round>;

/** The ordered interviews of a company and role. */
export const loop = z.strictObject({
  id: slug.describe('Short name of the loop.'),
  title: line.describe('What the loop is called.'),
  about: prose.describe('The loop in a sentence or two.'),
  rounds: z.array(round).min(1).describe('In the order they are held.'),
  /** Spans of time as sources give them; each says where its clock starts and stops, since these differ. */
  elapsed: z
    .array(
      z.strictObject({
        text: line.describe('The span as the source tells it.'),
        days: z
          .strictObject({ min: z.number().min(0).max(1000), max: z.number().min(0).max(1000) })
          .describe('The span in days.'),
        from: line.describe('Where its clock starts.'),
        to: line.describe('Where its clock stops.'),
        note: prose.optional().describe('What a reader should know before trusting it.'),
        ...provenance,
      }),
    )
    .optional(),
  silence: z.array(statement).optional().describe('What silence after a round is said to mean.'),
  pacing: z.array(statement).optional().describe('How the steps are said to be paced.'),
  notes: z
    .array(statement)
    .optional()
    .describe('Where an account of the loop does not add up, or another account differs.'),
  ...provenance,
});
export type Loop = z.infer<typeof loop>;
