import * as z from 'zod';
import { bar, levelId, line, prose, slug } from './ids.ts';
import { provenance, statement } from './source.ts';

/** A rung of a company's ladder; `bar` says which shared bar it asks for. */
export const level = z.strictObject({
  id: levelId,
  title: line,
  bar,
  summary: prose,
  /** What an interviewer at this level waits to hear. */
  expects: z.array(line).min(1),
  ...provenance,
});
export type Level = z.infer<typeof level>;

const minutes = z.strictObject({ min: z.int().min(1).max(480), max: z.int().min(1).max(480) });

/** One interview. A round about which the sources say nothing has `silent: true` and says so. */
export const round = z.strictObject({
  id: slug,
  title: line,
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
  minutes: minutes.optional(),
  /** Levels at which the round is held; left out: all. */
  levels: z.array(levelId).min(1).optional(),
  about: prose,
  rubrics: z.array(slug).optional(),
  silent: z.boolean().optional(),
  /** Who asks, where a source says. */
  who: line.optional(),
  ...provenance,
});
export type Round = z.infer<typeof round>;

/** The ordered interviews of a company and role. */
export const loop = z.strictObject({
  id: slug,
  title: line,
  about: prose,
  /** In the order they are held. */
  rounds: z.array(round).min(1),
  /** Spans of time as sources give them; each says where its clock starts and stops, since these differ. */
  elapsed: z
    .array(
      z.strictObject({
        text: line,
        days: z.strictObject({ min: z.number().min(0).max(1000), max: z.number().min(0).max(1000) }),
        from: line,
        to: line,
        note: prose.optional(),
        ...provenance,
      }),
    )
    .optional(),
  /** What silence after a round is said to mean, and how the steps are paced. */
  silence: z.array(statement).optional(),
  pacing: z.array(statement).optional(),
  /** Where an account of the loop does not add up, or another account differs. */
  notes: z.array(statement).optional(),
  ...provenance,
});
export type Loop = z.infer<typeof loop>;
