import * as z from 'zod';
import { line, prose, questionId, slug } from './ids.ts';
import { provenance } from './source.ts';

/** A prompt to practise. */
export const question = z.strictObject({
  id: questionId,
  title: z.string().min(1).max(80),
  prompt: prose,
  rubrics: z.array(slug).min(1),
  structure: slug.optional(),
  minutes: z.int().min(5).max(240),
  /** Words an answer to this question cannot do without; an answer to another question mentions few of them. */
  about: z.array(z.string().min(1).max(60)).min(3),
  /** What the sources say a strong answer covers. */
  covers: z.array(line).optional(),
  followUps: z.array(line).optional(),
  /** `reported`: a source names it; `classic`: widely practised; `ours`: written here, not reported as asked. */
  origin: z.enum(['reported', 'classic', 'ours']),
  round: slug.optional(),
  ...provenance,
});
export type Question = z.infer<typeof question>;

/** One heading of a structure, with what goes under it. */
const structureSection = z.strictObject({
  heading: line,
  minutes: z.int().min(0).max(240).optional(),
  /** What to write here; inserted as a comment, which earns nothing. */
  prompt: line,
  /** Sentence frames in VS Code snippet syntax; unfilled, they earn nothing. */
  frames: z.array(z.string().min(1).max(600)).optional(),
});

/** The skeleton of an answer, inserted as a snippet. */
export const structure = z.strictObject({
  id: slug,
  title: line,
  about: prose,
  /** What to type to insert it. */
  prefix: z.string().min(2).max(40),
  rubrics: z.array(slug).optional(),
  minutes: z.int().min(1).max(240).optional(),
  sections: z.array(structureSection).min(1),
  ...provenance,
});
export type Structure = z.infer<typeof structure>;

/** A sentence frame that can be inserted by its prefix. */
export const frame = z.strictObject({
  id: slug,
  title: line,
  prefix: z.string().min(2).max(40),
  body: z.array(z.string().max(300)).min(1),
  about: line,
  ...provenance,
});
export type Frame = z.infer<typeof frame>;
