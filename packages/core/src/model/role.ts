import * as z from 'zod';
import { levelId, line, prose, slug } from './ids.ts';
import { confirmation, provenance, statement } from './source.ts';

/** What a role is and is not, as its sources tell it. */
export const profile = z.strictObject({
  summary: statement,
  reportsTo: statement.optional(),
  /** What the role is measured by. */
  measuredBy: z.array(statement).optional(),
  owns: z.array(statement).optional(),
  doesNotOwn: z.array(statement).optional(),
  suits: z.array(statement).optional(),
  doesNotSuit: z.array(statement).optional(),
  dayToDay: z.array(statement).optional(),
  /** Pairs of what counts and what does not, which a candidate for a neighbouring role would mix up. */
  contrasts: z
    .array(
      z.strictObject({
        id: slug,
        title: line,
        counts: z.array(line).min(1),
        doesNot: z.array(line).min(1),
        note: prose.optional(),
        ...provenance,
      }),
    )
    .optional(),
});
export type Profile = z.infer<typeof profile>;

/** What is said to be paid. Money is in units of `currency`, never rounded further than its source does. */
export const compensation = z.strictObject({
  id: slug,
  text: prose,
  /** Left out where the claim is not about one level of this pack's ladder. */
  level: levelId.optional(),
  measure: z.enum(['total', 'base', 'bonus', 'equity', 'signing', 'other']),
  /** What the figure is said to include, in words: "base, bonus and equity". */
  includes: line.optional(),
  amount: z
    .strictObject({
      /** ISO 4217, such as USD. */
      currency: z.string().regex(/^[A-Z]{3}$/, 'expected a currency such as USD'),
      per: z.enum(['year', 'once']),
      min: z.number().min(0).optional(),
      typical: z.number().min(0).optional(),
      max: z.number().min(0).optional(),
    })
    .optional(),
  source: slug,
  state: confirmation,
  confirmedBy: z.array(slug).optional(),
  /** Ids of other entries of this list that say otherwise. */
  disagreesWith: z.array(slug).optional(),
  note: prose.optional(),
  carries: provenance.carries,
});
export type Compensation = z.infer<typeof compensation>;

/** What a step up the ladder asks for, and how long it is said to take. */
export const promotion = z.strictObject({
  id: slug,
  /** Left out where a claim holds for every step. */
  from: levelId.optional(),
  to: levelId.optional(),
  about: prose,
  asks: z.array(statement).optional(),
  /** Each way the time is told; `medianYears` where the source gives one. */
  time: z
    .array(
      z.strictObject({
        text: line,
        medianYears: z.number().min(0).max(40).optional(),
        note: prose.optional(),
        ...provenance,
      }),
    )
    .optional(),
  ...provenance,
});
export type Promotion = z.infer<typeof promotion>;

/** Something the sources say to read. `found` says whether it was found in public when the pack was written. */
export const readingItem = z.strictObject({
  id: slug,
  title: line,
  about: line,
  found: z.enum(['found', 'not-found', 'not-looked-for']),
  url: z.url().optional(),
  note: prose.optional(),
  ...provenance,
});
export type ReadingItem = z.infer<typeof readingItem>;
