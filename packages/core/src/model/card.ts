import * as z from 'zod/mini';
import { bar, claimNumber, criterionRef, line, naming, prose, slug } from './ids.ts';
import { confirmation } from './source.ts';

const common = {
  id: slug.check(z.describe('Short name of the card.')),
  skill: z.string().check(z.minLength(1), z.maxLength(60), z.describe('The skill it trains, in a few words.')),
  topic: naming(slug, 'topic').check(z.describe('What it belongs to; cards of one topic are mixed.')),
  from: z.optional(bar).check(z.describe('The lowest bar it is meant for.')),
  prompt: prose.check(z.describe('What is asked.')),
  explanation: prose.check(z.describe('Shown after every answer.')),
  source: naming(slug, 'source').check(z.describe('Id of the source that says so.')),
  state: z
    .optional(confirmation)
    .check(z.describe('Of a claim about a company; left out where the card is arithmetic or a definition.')),
  anecdote: z.optional(z.boolean()).check(z.describe('True for a card about an anecdote of the company.')),
  carries: z
    .optional(z.array(claimNumber))
    .check(
      z.describe("Numbers of claims in the author's own list, so that a check can say that none is lost. Never shown."),
    ),
};

/** A quiz card. */
export const card = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('choice').check(z.describe('One option is right.')),
    options: z.array(line).check(z.minLength(2), z.maxLength(6), z.describe('What to choose from; one is right.')),
    answer: z.int().check(z.minimum(0), z.maximum(5), z.describe('Position of the right option, from 0.')),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('multiple').check(z.describe('Several options are right.')),
    options: z.array(line).check(z.minLength(3), z.maxLength(8), z.describe('What to choose from; several are right.')),
    answers: z
      .array(z.int().check(z.minimum(0), z.maximum(7)))
      .check(z.minLength(1), z.describe('Positions of the right options, from 0.')),
  }),
  z
    .strictObject({
      ...common,
      kind: z.literal('true-false').check(z.describe('A sentence that is true or not.')),
      answer: z.boolean().check(z.describe('Whether the prompt is true.')),
      /** Where the reason matters as much: one is picked with its verdict, `reason` says which. */
      reasons: z.optional(
        z.array(z.strictObject({ verdict: z.boolean(), because: line })).check(z.minLength(2), z.maxLength(6)),
      ),
      reason: z
        .optional(z.int().check(z.minimum(0), z.maximum(5)))
        .check(z.describe('Position of the right reason, from 0.')),
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
    kind: z.literal('numeric').check(z.describe('A number to work out.')),
    answer: z.number().check(z.describe('The right number.')),
    unit: z.string().check(z.maxLength(24), z.describe('The unit, shown behind the box.')),
    tolerance: z
      .number()
      .check(z.minimum(0), z.maximum(1), z.describe('Relative tolerance: 0.05 accepts five percent either way.')),
    working: z
      .string()
      .check(
        z.minLength(1),
        z.maxLength(200),
        z.describe('Arithmetic that gives the answer, recomputed by a test: `4*768 + 8*32`.'),
      ),
  }),
  /** Put these in order: `items` stand in the right one. */
  z.strictObject({
    ...common,
    kind: z.literal('order').check(z.describe('Items to put in order.')),
    items: z.array(line).check(z.minLength(3), z.maxLength(7)),
  }),
  /** Say of each item which of the targets it belongs to: an example sentence and its level, a symptom and its cause. */
  z
    .strictObject({
      ...common,
      kind: z.literal('match').check(z.describe('Items to match with targets.')),
      targets: z.array(line).check(z.minLength(2), z.maxLength(5), z.describe('What the items belong to.')),
      items: z
        .array(z.strictObject({ text: line, target: z.int().check(z.minimum(0), z.maximum(4)) }))
        .check(z.minLength(2), z.maxLength(6)),
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
    kind: z.literal('spot-pitfall').check(z.describe('A short answer whose pitfall is to be found.')),
    sample: prose.check(z.describe('A short answer with one fault.')),
    options: z
      .array(naming(criterionRef, 'criterion'))
      .check(z.minLength(2), z.maxLength(5), z.describe('Pitfalls to choose from.')),
    answer: z.int().check(z.minimum(0), z.maximum(4), z.describe('Position of the pitfall it falls into, from 0.')),
  }),
  /** A sentence with one gap, written as `___`, and the words that fill it; case and spaces at the ends do not count. */
  z
    .strictObject({
      ...common,
      kind: z.literal('cloze').check(z.describe('A gap to fill.')),
      text: line.check(z.describe('A sentence with one gap, written as ___.')),
      accepted: z
        .array(z.string().check(z.minLength(1), z.maxLength(60)))
        .check(z.minLength(1), z.maxLength(8), z.describe('Words that fill the gap; case does not count.')),
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
