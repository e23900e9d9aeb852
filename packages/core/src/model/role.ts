import * as z from 'zod/mini';
import { levelId, line, naming, prose, slug, webAddress } from './ids.ts';
import { confirmation, provenance, statement } from './source.ts';

/** What a role is and is not, as its sources tell it. */
export const profile = z.strictObject({
  summary: statement.check(z.describe('The role in a sentence.')),
  reportsTo: z.optional(statement).check(z.describe('Whom the role reports to.')),
  measuredBy: z.optional(z.array(statement)).check(z.describe('What the role is measured by.')),
  owns: z.optional(z.array(statement)).check(z.describe('What it decides.')),
  doesNotOwn: z.optional(z.array(statement)).check(z.describe('What others decide.')),
  suits: z.optional(z.array(statement)).check(z.describe('Whom it suits.')),
  doesNotSuit: z.optional(z.array(statement)).check(z.describe('Whom it does not suit.')),
  dayToDay: z.optional(z.array(statement)).check(z.describe('What its days look like.')),
  /** Pairs of what counts and what does not, which a candidate for a neighbouring role would mix up. */
  contrasts: z.optional(
    z.array(
      z.strictObject({
        id: slug.check(z.describe('Short name of the contrast.')),
        title: line.check(z.describe('What is contrasted.')),
        counts: z.array(line).check(z.minLength(1), z.describe('What counts.')),
        doesNot: z.array(line).check(z.minLength(1), z.describe('What does not.')),
        note: z.optional(prose).check(z.describe('What a reader should know before trusting it.')),
        ...provenance,
      }),
    ),
  ),
});
export type Profile = z.infer<typeof profile>;

/** What is said to be paid. Money is in units of `currency`, never rounded further than its source does. */
export const compensation = z.strictObject({
  id: slug.check(z.describe('Short name of the figure.')),
  text: prose.check(z.describe('What is said to be paid, in words.')),
  level: z
    .optional(naming(levelId, 'level'))
    .check(z.describe("The level it is about; left out where it is not about one level of this pack's ladder.")),
  measure: z
    .enum(['total', 'base', 'bonus', 'equity', 'signing', 'other'])
    .check(z.describe('What the figure measures.')),
  includes: z
    .optional(line)
    .check(z.describe('What the figure is said to include, in words: "base, bonus and equity".')),
  amount: z.optional(
    z.strictObject({
      currency: z
        .string()
        .check(z.regex(/^[A-Z]{3}$/, 'expected a currency such as USD'), z.describe('ISO 4217, such as USD.')),
      per: z.enum(['year', 'once']).check(z.describe('A year, or once.')),
      min: z.optional(z.number().check(z.minimum(0))).check(z.describe('The least.')),
      typical: z.optional(z.number().check(z.minimum(0))).check(z.describe('The usual.')),
      max: z.optional(z.number().check(z.minimum(0))).check(z.describe('The most.')),
    }),
  ),
  source: naming(slug, 'source').check(z.describe('Id of the source that says so.')),
  state: confirmation.check(z.describe('Whether anyone but its source bears it out: claimed, confirmed or disputed.')),
  confirmedBy: z.optional(z.array(naming(slug, 'source'))).check(z.describe('Sources that bear it out.')),
  disagreesWith: z
    .optional(z.array(naming(slug, 'figure')))
    .check(z.describe('Ids of other entries of this list that say otherwise.')),
  note: z.optional(prose).check(z.describe('What a reader should know before trusting it.')),
  carries: provenance.carries.check(
    z.describe("Numbers of claims in the author's own list, so that a check can say that none is lost. Never shown."),
  ),
});
export type Compensation = z.infer<typeof compensation>;

/** What a step up the ladder asks for, and how long it is said to take. */
export const promotion = z.strictObject({
  id: slug.check(z.describe('Short name of the step.')),
  from: z
    .optional(naming(levelId, 'level'))
    .check(z.describe('The level before the step; left out where a claim holds for every step.')),
  to: z.optional(naming(levelId, 'level')).check(z.describe('The level after the step.')),
  about: prose.check(z.describe('What the step asks for, in a sentence.')),
  asks: z.optional(z.array(statement)).check(z.describe('What it asks for, one by one.')),
  /** Each way the time is told; `medianYears` where the source gives one. */
  time: z.optional(
    z.array(
      z.strictObject({
        text: line.check(z.describe('The time as the source tells it.')),
        medianYears: z
          .optional(z.number().check(z.minimum(0), z.maximum(40)))
          .check(z.describe('The median in years, where the source gives one.')),
        note: z.optional(prose).check(z.describe('What a reader should know before trusting it.')),
        ...provenance,
      }),
    ),
  ),
  ...provenance,
});
export type Promotion = z.infer<typeof promotion>;

/** Something the sources say to read. `found` says whether it was found in public when the pack was written. */
export const readingItem = z.strictObject({
  id: slug.check(z.describe('Short name of the item.')),
  title: line.check(z.describe('Its title.')),
  about: line.check(z.describe('What it is and why it is worth reading.')),
  found: z
    .enum(['found', 'not-found', 'not-looked-for'])
    .check(z.describe('Whether it was found in public when the pack was written.')),
  url: z.optional(webAddress).check(z.describe('Its address. Never guessed.')),
  note: z.optional(prose).check(z.describe('What a reader should know before trusting it.')),
  ...provenance,
});
export type ReadingItem = z.infer<typeof readingItem>;
