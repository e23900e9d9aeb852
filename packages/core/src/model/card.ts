import * as z from 'zod';
import { bar, claimNumber, criterionRef, line, prose, slug } from './ids.ts';
import { confirmation } from './source.ts';

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
  /** Of a claim about a company; left out where the card is arithmetic or a definition. */
  state: confirmation.optional(),
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
  z
    .strictObject({
      ...common,
      kind: z.literal('true-false'),
      answer: z.boolean(),
      /** Where the reason matters as much: one is picked with its verdict, `reason` says which. */
      reasons: z
        .array(z.strictObject({ verdict: z.boolean(), because: line }))
        .min(2)
        .max(6)
        .optional(),
      reason: z.int().min(0).max(5).optional(),
    })
    .check(({ value, issues }) => {
      const { reasons, reason, answer } = value;
      if (reasons ? reasons[reason ?? -1]?.verdict === answer : reason === undefined) return;
      issues.push({
        code: 'custom',
        input: value,
        path: ['reason'],
        message: 'expected the position, from 0, of the right one of "reasons", with the verdict of "answer"',
      });
    }),
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
  /** Put these in order: `items` stand in the right one. */
  z.strictObject({ ...common, kind: z.literal('order'), items: z.array(line).min(3).max(7) }),
  /** Say of each item which of the targets it belongs to: an example sentence and its level, a symptom and its cause. */
  z
    .strictObject({
      ...common,
      kind: z.literal('match'),
      targets: z.array(line).min(2).max(5),
      items: z
        .array(z.strictObject({ text: line, target: z.int().min(0).max(4) }))
        .min(2)
        .max(6),
    })
    .check(({ value, issues }) => {
      for (const [index, { target }] of value.items.entries()) {
        if (target < value.targets.length) continue;
        issues.push({
          code: 'custom',
          input: value,
          path: ['items', index, 'target'],
          message: `expected a position among the ${value.targets.length} targets, from 0`,
        });
      }
    }),
  /** A short answer with one fault: `options` name pitfalls, `answer` says which one it falls into. */
  z.strictObject({
    ...common,
    kind: z.literal('spot-pitfall'),
    sample: prose,
    options: z.array(criterionRef).min(2).max(5),
    answer: z.int().min(0).max(4),
  }),
  /** A sentence with one gap, written as `___`, and the words that fill it; case and spaces at the ends do not count. */
  z
    .strictObject({
      ...common,
      kind: z.literal('cloze'),
      text: line,
      accepted: z.array(z.string().min(1).max(60)).min(1).max(8),
    })
    .check(({ value, issues }) => {
      if (value.text.split('___').length === 2) return;
      issues.push({
        code: 'custom',
        input: value,
        path: ['text'],
        message: 'expected exactly one gap, written as ___',
      });
    }),
]);
export type Card = z.infer<typeof card>;
