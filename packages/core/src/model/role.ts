import * as z from 'zod';
import { levelId, line, naming, prose, slug } from './ids.ts';
import { confirmation, provenance, statement } from './source.ts';

/** What a role is and is not, as its sources tell it. */
export const profile = z.strictObject({
  summary: statement.describe('The role in a sentence.'),
  reportsTo: statement.optional().describe('Whom the role reports to.'),
  measuredBy: z.array(statement).optional().describe('What the role is measured by.'),
  owns: z.array(statement).optional().describe('What it decides.'),
  doesNotOwn: z.array(statement).optional().describe('What others decide.'),
  suits: z.array(statement).optional().describe('Whom it suits.'),
  doesNotSuit: z.array(statement).optional().describe('Whom it does not suit.'),
  dayToDay: z.array(statement).optional().describe('What its days look like.'),
  /** Pairs of what counts and what does not, which a candidate for a neighbouring role would mix up. */
  contrasts: z
    .array(
      z.strictObject({
        id: slug.describe('Short name of the contrast.'),
        title: line.describe('What is contrasted.'),
        counts: z.array(line).min(1).describe('What counts.'),
        doesNot: z.array(line).min(1).describe('What does not.'),
        note: prose.optional().describe('What a reader should know before trusting it.'),
        ...provenance,
      }),
    )
    .optional(),
});
export type Profile = z.infer<typeof profile>;

/** What is said to be paid. Money is in units of `currency`, never rounded further than its source does. */
export const compensation = z.strictObject({
  id: slug.describe('Short name of the figure.'),
  text: prose.describe('What is said to be paid, in words.'),
  level: naming(levelId, 'level')
    .optional()
    .describe("The level it is about; left out where it is not about one level of this pack's ladder."),
  measure: z.enum(['total', 'base', 'bonus', 'equity', 'signing', 'other']).describe('What the figure measures.'),
  includes: line.optional().describe('What the figure is said to include, in words: "base, bonus and equity".'),
  amount: z
    .strictObject({
      currency: z
        .string()
        .regex(/^[A-Z]{3}$/, 'expected a currency such as USD')
        .describe('ISO 4217, such as USD.'),
      per: z.enum(['year', 'once']).describe('A year, or once.'),
      min: z.number().min(0).optional().describe('The least.'),
      typical: z.number().min(0).optional().describe('The usual.'),
      max: z.number().min(0).optional().describe('The most.'),
    })
    .optional(),
  source: naming(slug, 'source').describe('Id of the source that says so.'),
  state: confirmation.describe('Whether anyone but its source bears it out: claimed, confirmed or disputed.'),
  confirmedBy: z.array(naming(slug, 'source')).optional().describe('Sources that bear it out.'),
  disagreesWith: z
    .array(naming(slug, 'figure'))
    .optional()
    .describe('Ids of other entries of this list that say otherwise.'),
  note: prose.optional().describe('What a reader should know before trusting it.'),
  carries: provenance.carries.describe(
    "Numbers of claims in the author's own list, so that a check can say that none is lost. Never shown.",
  ),
});
export type Compensation = z.infer<typeof compensation>;

/** What a step up the ladder asks for, and how long it is said to take. */
export const promotion = z.strictObject({
  id: slug.describe('Short name of the step.'),
  from: naming(levelId, 'level')
    .optional()
    .describe('The level before the step; left out where a claim holds for every step.'),
  to: naming(levelId, 'level').optional().describe('The level after the step.'),
  about: prose.describe('What the step asks for, in a sentence.'),
  asks: z.array(statement).optional().describe('What it asks for, one by one.'),
  /** Each way the time is told; `medianYears` where the source gives one. */
  time: z
    .array(
      z.strictObject({
        text: line.describe('The time as the source tells it.'),
        medianYears: z.number().min(0).max(40).optional().describe('The median in years, where the source gives one.'),
        note: prose.optional().describe('What a reader should know before trusting it.'),
        ...provenance,
      }),
    )
    .optional(),
  ...provenance,
});
export type Promotion = z.infer<typeof promotion>;

/** Something the sources say to read. `found` says whether it was found in public when the pack was written. */
export const readingItem = z.strictObject({
  id: slug.describe('Short name of the item.'),
  title: line.describe('Its title.'),
  about: line.describe('What it is and why it is worth reading.'),
  found: z
    .enum(['found', 'not-found', 'not-looked-for'])
    .describe('Whether it was found in public when the pack was written.'),
  url: z.url().optional().describe('Its address. Never guessed.'),
  note: prose.optional().describe('What a reader should know before trusting it.'),
  ...provenance,
});
export type ReadingItem = z.infer<typeof readingItem>;
