import * as z from 'zod';
import { bar, claimNumber, criterionRef, line, naming, prose, slug } from './ids.ts';
import { confirmation } from './source.ts';

const common = {
  id: slug.describe('Short name of the card.'),
  skill: z.string().min(1).max(60).describe('The skill it trains, in a few words.'),
  topic: naming(slug, 'topic').describe('What it belongs to; cards of one topic are mixed.'),
  from: bar.optional().describe('The lowest bar it is meant for.'),
  prompt: prose.describe('What is asked.'),
  explanation: prose.describe('Shown after every answer.'),
  source: naming(slug, 'source').describe('Id of the source that says so.'),
  state: confirmation
    .optional()
    .describe('Of a claim about a company; left out where the card is arithmetic or a definition.'),
  anecdote: z.boolean().optional().describe('True for a card about an anecdote of the company.'),
  carries: z
    .array(claimNumber)
    .optional()
    .describe("Numbers of claims in the author's own list, so that a check can say that none is lost. Never shown."),
};

/** A quiz card. */
export const card = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('choice').describe('One option is right.'),
    options: z.array(line).min(2).max(6).describe('What to choose from; one is right.'),
    answer: z.int().min(0).max(5).describe('Position of the right option, from 0.'),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('multiple').describe('Several options are right.'),
    options: z.array(line).min(3).max(8).describe('What to choose from; several are right.'),
    answers: z.array(z.int().min(0).max(7)).min(1).describe('Positions of the right options, from 0.'),
  }),
  z
    .strictObject({
      ...common,
      kind: z.literal('true-false').describe('A sentence that is true or not.'),
      answer: z.boolean().describe('Whether the prompt is true.'),
      /** Where the reason matters as much: one is picked with its verdict, `reason` says which. */
      reasons: z
        .array(z.strictObject({ verdict: z.boolean(), because: line }))
        .min(2)
        .max(6)
        .optional(),
      reason: z.int().min(0).max(5).optional().describe('Position of the right reason, from 0.'),
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
    kind: z.literal('numeric').describe('A number to work out.'),
    answer: z.number().describe('The right number.'),
    unit: z.string().max(24).describe('The unit, shown behind the box.'),
    tolerance: z.number().min(0).max(1).describe('Relative tolerance: 0.05 accepts five percent either way.'),
    working: z
      .string()
      .min(1)
      .max(200)
      .describe('Arithmetic that gives the answer, recomputed by a test: `4*768 + 8*32`.'),
  }),
  /** Put these in order: `items` stand in the right one. */
  z.strictObject({
    ...common,
    kind: z.literal('order').describe('Items to put in order.'),
    items: z.array(line).min(3).max(7),
  }),
  /** Say of each item which of the targets it belongs to: an example sentence and its level, a symptom and its cause. */
  z
    .strictObject({
      ...common,
      kind: z.literal('match').describe('Items to match with targets.'),
      targets: z.array(line).min(2).max(5).describe('What the items belong to.'),
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
    kind: z.literal('spot-pitfall').describe('A short answer whose pitfall is to be found.'),
    sample: prose.describe('A short answer with one fault.'),
    options: z.array(naming(criterionRef, 'criterion')).min(2).max(5).describe('Pitfalls to choose from.'),
    answer: z.int().min(0).max(4).describe('Position of the pitfall it falls into, from 0.'),
  }),
  /** A sentence with one gap, written as `___`, and the words that fill it; case and spaces at the ends do not count. */
  z
    .strictObject({
      ...common,
      kind: z.literal('cloze').describe('A gap to fill.'),
      text: line.describe('A sentence with one gap, written as ___.'),
      accepted: z
        .array(z.string().min(1).max(60))
        .min(1)
        .max(8)
        .describe('Words that fill the gap; case does not count.'),
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
