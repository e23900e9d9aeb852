import * as z from 'zod';
import { criterionRef, naming, slug } from './ids.ts';

/**
 * The evidence language: how a pack says what counts as evidence, as data.
 *
 * A *concept* is a set of phrases (compared by word stems; `=word` compares the exact form; `{a,b} c` expands). A
 * *signal* is a pattern over concepts, quantities and shapes within a sentence, block or chunk; it yields
 * spans. A *rule* decides a criterion's `met` and `partial`, or a pitfall's `present`, from signals.
 */
export const phrase = z.string().min(1).max(1500);

export const concept = z.union([
  z.array(phrase).min(1),
  z.strictObject({
    phrases: z
      .array(phrase)
      .optional()
      .describe('Phrases, compared by word stems; =word compares the exact form, {a,b} c expands.'),
    oneOf: z
      .array(naming(slug, 'concept'))
      .optional()
      .describe('Other concepts that count as this one; the name of the member is kept as the key of the span.'),
    except: z.array(phrase).optional().describe('Phrases that contain one of the above and mean something else.'),
  }),
]);
export type Concept = z.infer<typeof concept>;

/**
 * `cache` (concept), `#time` (quantity), `@flow` (shape); alternatives are joined by `|`: `cache|cdn|#percent`.
 */
const term = naming(
  z
    .string()
    .max(400)
    .regex(
      /^[#@]?[a-z0-9]+(?:-[a-z0-9]+)*(?:\|[#@]?[a-z0-9]+(?:-[a-z0-9]+)*)*$/,
      'expected names joined by |, such as cache|cdn|#time',
    ),
  'term',
);

export const places = ['sentence', 'item', 'row', 'code', 'heading'] as const;

export const pattern = z.strictObject({
  all: z
    .array(term)
    .min(1)
    .optional()
    .describe('Each of these terms. What the first one names is what `distinct` counts.'),
  any: z.array(term).min(1).optional().describe('At least `atLeast` (1) different ones of these terms.'),
  atLeast: z.int().min(1).max(20).optional().describe('How many of any must be there; 1 unless said.'),
  none: z.array(term).optional().describe('None of these terms.'),
  ordered: z.boolean().optional().describe('The terms of `all` must start in this order.'),
  within: z
    .enum(['unit', 'block', 'chunk'])
    .optional()
    .describe(
      'Within one sentence (unit), up to three sentences in a row of one paragraph or item (block), or one whole list, table or paragraph (chunk).',
    ),
  in: z
    .array(z.enum(places))
    .min(1)
    .optional()
    .describe('Where it may stand; everywhere but headings and code unless said.'),
  under: z
    .array(term)
    .min(1)
    .optional()
    .describe('A heading above, or the line that introduces the list, mentions one of these.'),
  notUnder: z.array(term).min(1).optional().describe('No heading above mentions any of these.'),
  polarity: z
    .enum(['affirmed', 'denied', 'either'])
    .optional()
    .describe('Whether denied, deferred or merely advised words count: `affirmed` unless said.'),
  questions: z.enum(['no', 'yes', 'only']).optional().describe('Questions count only where the pattern says so.'),
  lists: z.boolean().optional().describe('Bare word lists count only where the pattern says so.'),
  words: z.int().min(1).max(200).optional().describe('The sentence has at least so many words.'),
  repeats: z
    .int()
    .min(1)
    .max(20)
    .optional()
    .describe('The leading term (the first of `all`, or any of `any`) is mentioned at least so many times.'),
});
export type Pattern = z.infer<typeof pattern>;

/** One pattern or alternatives. */
export const signal = z.union([pattern, z.array(pattern).min(1)]);
export type Signal = z.infer<typeof signal>;

/** A comparison: `ruled-out`, `feature >= 3`, `distinct quality >= 2`. */
const comparison = naming(
  z
    .string()
    .regex(
      /^(?:distinct )?[a-z0-9]+(?:-[a-z0-9]+)*(?: >= \d{1,3})?$/,
      'expected a signal name, with an optional "distinct" before it and ">= N" after it',
    ),
  'expression',
);

export type Expression =
  | string
  | { readonly all: readonly Expression[] }
  | { readonly any: readonly Expression[] }
  | { readonly not: Expression }
  | { readonly atLeast: number; readonly of: readonly Expression[] }
  | { readonly before: readonly [string, string] }
  | { readonly words: number }
  | { readonly share: { readonly of: string; readonly among: string; readonly atLeast: number } }
  | { readonly unmatched: { readonly among: string; readonly by: string; readonly atLeast: number } };

const expression: z.ZodType<Expression> = z.lazy(() =>
  z.union([
    comparison,
    z.strictObject({ all: z.array(expression).min(1) }),
    z.strictObject({ any: z.array(expression).min(1) }),
    z.strictObject({ not: expression }),
    z.strictObject({ atLeast: z.int().min(1).max(20), of: z.array(expression).min(1) }),
    /** The first span of the first signal stands before that of the second, or the second never occurs. */
    z.strictObject({ before: z.tuple([naming(slug, 'signal'), naming(slug, 'signal')]) }),
    /** The answer has at least so many words. */
    z.strictObject({ words: z.int().min(1).max(100_000) }),
    /** Of the distinct keys of `among`, at least this share also occurs as a key of `of`. */
    z.strictObject({
      share: z.strictObject({
        of: naming(slug, 'signal'),
        among: naming(slug, 'signal'),
        atLeast: z.number().min(0).max(1),
      }),
    }),
    /** At least so many keys of `among` never occur as a key of `by`. */
    z.strictObject({
      unmatched: z.strictObject({
        among: naming(slug, 'signal'),
        by: naming(slug, 'signal'),
        atLeast: z.int().min(1).max(50),
      }),
    }),
  ]),
);

export const criterionRule = z.strictObject({
  met: expression.describe('When the criterion is met: signals, counted or combined.'),
  partial: expression.describe('When it is partly met.'),
  show: z
    .array(naming(slug, 'signal'))
    .optional()
    .describe('Signals shown as evidence, most telling first; left out: all that made the rule true.'),
});
export const pitfallRule = z.strictObject({
  present: expression.describe('When the pitfall is there.'),
  show: z.array(naming(slug, 'signal')).optional(),
});
export const rules = z.record(naming(criterionRef, 'criterion'), z.union([criterionRule, pitfallRule]));
export type CriterionRule = z.infer<typeof criterionRule>;
export type PitfallRule = z.infer<typeof pitfallRule>;
