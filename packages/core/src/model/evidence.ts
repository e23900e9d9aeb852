import * as z from 'zod/mini';
import { criterionRef, naming, slug } from './ids.ts';

/**
 * The evidence language: how a pack says what counts as evidence, as data.
 *
 * A *concept* is a set of phrases (compared by word stems; `=word` compares the exact form; `{a,b} c` expands). A
 * *signal* is a pattern over concepts, quantities and shapes within a sentence, block or chunk; it yields
 * spans. A *rule* decides a criterion's `met` and `partial`, or a pitfall's `present`, from signals.
 */
export const phrase = z.string().check(z.minLength(1), z.maxLength(1500));

export const concept = z.union([
  z.array(phrase).check(z.minLength(1)),
  z.strictObject({
    phrases: z
      .optional(z.array(phrase))
      .check(z.describe('Phrases, compared by word stems; =word compares the exact form, {a,b} c expands.')),
    oneOf: z
      .optional(z.array(naming(slug, 'concept')))
      .check(
        z.describe('Other concepts that count as this one; the name of the member is kept as the key of the span.'),
      ),
    except: z
      .optional(z.array(phrase))
      .check(z.describe('Phrases that contain one of the above and mean something else.')),
  }),
]);
export type Concept = z.infer<typeof concept>;

/**
 * `cache` (concept), `#time` (quantity), `@flow` (shape); alternatives are joined by `|`: `cache|cdn|#percent`.
 */
const term = naming(
  z
    .string()
    .check(
      z.maxLength(400),
      z.regex(
        /^[#@]?[a-z0-9]+(?:-[a-z0-9]+)*(?:\|[#@]?[a-z0-9]+(?:-[a-z0-9]+)*)*$/,
        'expected names joined by |, such as cache|cdn|#time',
      ),
    ),
  'term',
);

export const places = ['sentence', 'item', 'row', 'code', 'heading'] as const;

export const pattern = z.strictObject({
  all: z
    .optional(z.array(term).check(z.minLength(1)))
    .check(z.describe('Each of these terms. What the first one names is what `distinct` counts.')),
  any: z
    .optional(z.array(term).check(z.minLength(1)))
    .check(z.describe('At least `atLeast` (1) different ones of these terms.')),
  atLeast: z
    .optional(z.int().check(z.minimum(1), z.maximum(20)))
    .check(z.describe('How many of any must be there; 1 unless said.')),
  none: z.optional(z.array(term)).check(z.describe('None of these terms.')),
  ordered: z.optional(z.boolean()).check(z.describe('The terms of `all` must start in this order.')),
  within: z
    .optional(z.enum(['unit', 'block', 'chunk']))
    .check(
      z.describe(
        'Within one sentence (unit), up to three sentences in a row of one paragraph or item (block), or one whole list, table or paragraph (chunk).',
      ),
    ),
  in: z
    .optional(z.array(z.enum(places)).check(z.minLength(1)))
    .check(z.describe('Where it may stand; everywhere but headings and code unless said.')),
  under: z
    .optional(z.array(term).check(z.minLength(1)))
    .check(z.describe('A heading above, or the line that introduces the list, mentions one of these.')),
  notUnder: z
    .optional(z.array(term).check(z.minLength(1)))
    .check(z.describe('No heading above mentions any of these.')),
  polarity: z
    .optional(z.enum(['affirmed', 'denied', 'either']))
    .check(z.describe('Whether denied, deferred or merely advised words count: `affirmed` unless said.')),
  questions: z
    .optional(z.enum(['no', 'yes', 'only']))
    .check(z.describe('Questions count only where the pattern says so.')),
  lists: z.optional(z.boolean()).check(z.describe('Bare word lists count only where the pattern says so.')),
  words: z
    .optional(z.int().check(z.minimum(1), z.maximum(200)))
    .check(z.describe('The sentence has at least so many words.')),
  repeats: z
    .optional(z.int().check(z.minimum(1), z.maximum(20)))
    .check(z.describe('The leading term (the first of `all`, or any of `any`) is mentioned at least so many times.')),
});
export type Pattern = z.infer<typeof pattern>;

/** One pattern or alternatives. */
export const signal = z.union([pattern, z.array(pattern).check(z.minLength(1))]);
export type Signal = z.infer<typeof signal>;

/** A comparison: `ruled-out`, `feature >= 3`, `distinct quality >= 2`. */
const comparison = naming(
  z
    .string()
    .check(
      z.regex(
        /^(?:distinct )?[a-z0-9]+(?:-[a-z0-9]+)*(?: >= \d{1,3})?$/,
        'expected a signal name, with an optional "distinct" before it and ">= N" after it',
      ),
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

const expression: z.ZodMiniType<Expression> = z.lazy(() =>
  z.union([
    comparison,
    z.strictObject({ all: z.array(expression).check(z.minLength(1)) }),
    z.strictObject({ any: z.array(expression).check(z.minLength(1)) }),
    z.strictObject({ not: expression }),
    z.strictObject({
      atLeast: z.int().check(z.minimum(1), z.maximum(20)),
      of: z.array(expression).check(z.minLength(1)),
    }),
    /** The first span of the first signal stands before that of the second, or the second never occurs. */
    z.strictObject({ before: z.tuple([naming(slug, 'signal'), naming(slug, 'signal')]) }),
    /** The answer has at least so many words. */
    z.strictObject({ words: z.int().check(z.minimum(1), z.maximum(100_000)) }),
    /** Of the distinct keys of `among`, at least this share also occurs as a key of `of`. */
    z.strictObject({
      share: z.strictObject({
        of: naming(slug, 'signal'),
        among: naming(slug, 'signal'),
        atLeast: z.number().check(z.minimum(0), z.maximum(1)),
      }),
    }),
    /** At least so many keys of `among` never occur as a key of `by`. */
    z.strictObject({
      unmatched: z.strictObject({
        among: naming(slug, 'signal'),
        by: naming(slug, 'signal'),
        atLeast: z.int().check(z.minimum(1), z.maximum(50)),
      }),
    }),
  ]),
);

export const criterionRule = z.strictObject({
  met: expression.check(z.describe('When the criterion is met: signals, counted or combined.')),
  partial: expression.check(z.describe('When it is partly met.')),
  show: z
    .optional(z.array(naming(slug, 'signal')))
    .check(z.describe('Signals shown as evidence, most telling first; left out: all that made the rule true.')),
});
export const pitfallRule = z.strictObject({
  present: expression.check(z.describe('When the pitfall is there.')),
  show: z.optional(z.array(naming(slug, 'signal'))),
});
export const rules = z.record(naming(criterionRef, 'criterion'), z.union([criterionRule, pitfallRule]));
export type CriterionRule = z.infer<typeof criterionRule>;
export type PitfallRule = z.infer<typeof pitfallRule>;
