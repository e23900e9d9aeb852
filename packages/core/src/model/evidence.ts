import * as z from 'zod';
import { criterionRef, slug } from './ids.ts';

/**
 * The evidence language: how a pack says what counts as evidence, as data.
 *
 * A *concept* is a set of phrases (compared by word stems; `=word` compares the exact form; `{a,b} c` expands). A
 * *signal* is a pattern over concepts, quantities and shapes within a sentence, block or chunk; it yields
 * spans. A *rule* decides a criterion's `met` and `partial`, or a pitfall's `present`, from signals.
 */
const phrase = z.string().min(1).max(1500);

export const concept = z.union([
  z.array(phrase).min(1),
  z.strictObject({
    phrases: z.array(phrase).optional(),
    /** Other concepts that count as this one; the name of the member is kept as the key of the span. */
    oneOf: z.array(slug).optional(),
    /** Phrases that contain one of the above and mean something else. */
    except: z.array(phrase).optional(),
  }),
]);
export type Concept = z.infer<typeof concept>;

/**
 * `cache` (concept), `#time` (quantity), `@flow` (shape); alternatives are joined by `|`: `cache|cdn|#percent`.
 */
const term = z
  .string()
  .max(400)
  .regex(
    /^[#@]?[a-z0-9]+(?:-[a-z0-9]+)*(?:\|[#@]?[a-z0-9]+(?:-[a-z0-9]+)*)*$/,
    'expected names joined by |, such as cache|cdn|#time',
  );

export const places = ['sentence', 'item', 'row', 'code', 'heading'] as const;

export const pattern = z.strictObject({
  /** Each of these terms. What the first one names is what `distinct` counts. */
  all: z.array(term).min(1).optional(),
  /** At least `atLeast` (1) different ones of these terms. */
  any: z.array(term).min(1).optional(),
  atLeast: z.int().min(1).max(20).optional(),
  none: z.array(term).optional(),
  /** The terms of `all` must start in this order. */
  ordered: z.boolean().optional(),
  /** Within one sentence (unit), up to three sentences in a row of one paragraph or item (block), or one whole list, table or paragraph (chunk). */
  within: z.enum(['unit', 'block', 'chunk']).optional(),
  /** Where it may stand; everywhere but headings and code unless said. */
  in: z.array(z.enum(places)).min(1).optional(),
  /** A heading above, or the line that introduces the list, mentions one of these. */
  under: z.array(term).min(1).optional(),
  notUnder: z.array(term).min(1).optional(),
  /** Whether denied, deferred or merely advised words count: `affirmed` unless said. */
  polarity: z.enum(['affirmed', 'denied', 'either']).optional(),
  /** Questions count only where the pattern says so. */
  questions: z.enum(['no', 'yes', 'only']).optional(),
  /** Bare word lists count only where the pattern says so. */
  lists: z.boolean().optional(),
  words: z.int().min(1).max(200).optional(),
  /** The leading term (the first of `all`, or any of `any`) is mentioned at least so many times. */
  repeats: z.int().min(1).max(20).optional(),
});
export type Pattern = z.infer<typeof pattern>;

/** One pattern or alternatives. */
export const signal = z.union([pattern, z.array(pattern).min(1)]);
export type Signal = z.infer<typeof signal>;

/** A comparison: `ruled-out`, `feature >= 3`, `distinct quality >= 2`. */
const comparison = z
  .string()
  .regex(
    /^(?:distinct )?[a-z0-9]+(?:-[a-z0-9]+)*(?: >= \d{1,3})?$/,
    'expected a signal name, with an optional "distinct" before it and ">= N" after it',
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
    z.strictObject({ before: z.tuple([slug, slug]) }),
    /** The answer has at least so many words. */
    z.strictObject({ words: z.int().min(1).max(100_000) }),
    /** Of the distinct keys of `among`, at least this share also occurs as a key of `of`. */
    z.strictObject({ share: z.strictObject({ of: slug, among: slug, atLeast: z.number().min(0).max(1) }) }),
    /** At least so many keys of `among` never occur as a key of `by`. */
    z.strictObject({ unmatched: z.strictObject({ among: slug, by: slug, atLeast: z.int().min(1).max(50) }) }),
  ]),
);

export const criterionRule = z.strictObject({
  met: expression,
  partial: expression,
  /** Signals shown as evidence, most telling first; left out: all that made the rule true. */
  show: z.array(slug).optional(),
});
export const pitfallRule = z.strictObject({ present: expression, show: z.array(slug).optional() });
export const rules = z.record(criterionRef, z.union([criterionRule, pitfallRule]));
export type CriterionRule = z.infer<typeof criterionRule>;
export type PitfallRule = z.infer<typeof pitfallRule>;
