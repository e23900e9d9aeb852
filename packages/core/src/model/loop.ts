import * as z from 'zod';
import { bar, claimNumber, levelId, line, prose, slug } from './ids.ts';

/** A rung of a company's ladder; `bar` says which shared bar it asks for. */
export const level = z.strictObject({
  id: levelId,
  title: line,
  bar,
  summary: prose,
  /** What an interviewer at this level waits to hear. */
  expects: z.array(line).min(1),
  source: slug.optional(),
  carries: z.array(claimNumber).optional(),
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
  source: slug.optional(),
  carries: z.array(claimNumber).optional(),
});
export type Round = z.infer<typeof round>;

/** The ordered interviews of a company and role. */
export const loop = z.strictObject({
  id: slug,
  title: line,
  about: prose,
  rounds: z.array(round).min(1),
  source: slug.optional(),
  carries: z.array(claimNumber).optional(),
});
export type Loop = z.infer<typeof loop>;
