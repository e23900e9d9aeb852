import * as z from 'zod';
import { bar, claimNumber, line, prose, slug } from './ids.ts';

const common = {
  id: slug,
  /** The skill it trains, in a few words. */
  skill: z.string().min(1).max(60),
  topic: slug,
  from: bar.optional(),
  prompt: prose,
  /** Shown after every answer. */
  explanation: prose,
  source: slug,
  /** True for a card about an anecdote of the company. */
  anecdote: z.boolean().optional(),
  carries: z.array(claimNumber).optional(),
};

/** A quiz card. */
export const card = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('choice'),
    options: z.array(line).min(2).max(6),
    answer: z.int().min(0).max(5),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('multiple'),
    options: z.array(line).min(3).max(8),
    answers: z.array(z.int().min(0).max(7)).min(1),
  }),
  z.strictObject({ ...common, kind: z.literal('true-false'), answer: z.boolean() }),
  z.strictObject({
    ...common,
    kind: z.literal('numeric'),
    answer: z.number(),
    unit: z.string().max(24),
    /** Relative tolerance: 0.05 accepts five percent either way. */
    tolerance: z.number().min(0).max(1),
    /** Arithmetic that gives the answer, recomputed by a test: `4*768 + 8*32`. */
    working: z.string().min(1).max(200),
  }),
]);
export type Card = z.infer<typeof card>;
