import * as z from 'zod/mini';
import { claimNumber, line, naming, prose, slug, webAddress } from './ids.ts';

/** Where something was read. An address or a date that is not known is left out, never guessed. */
export const source = z.strictObject({
  id: slug.check(z.describe('Short name of the source.')),
  title: line.check(z.describe('Title, as the source gives it.')),
  publisher: line.check(z.describe('Who published it.')),
  date: z
    .union([z.literal('undated'), z.string().check(z.regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/))])
    .check(z.describe('`2026-06-01`, `2026-06`, `2026`, or `undated`. Never guessed.')),
  kind: z
    .enum(['article', 'paper', 'documentation', 'blog', 'code', 'news', 'own'])
    .check(z.describe('What sort of source it is.')),
  url: z.optional(webAddress).check(z.describe('Its address. Left out where it is not known; never guessed.')),
  sells: z.optional(line).check(z.describe('What the publisher sells to the reader of this source, if anything.')),
  note: z.optional(prose).check(z.describe('How far it can be trusted: anonymous, a mirror, illustrative figures.')),
});
export type Source = z.infer<typeof source>;

/** Whether anyone but its source bears a fact out. */
export const confirmation = z.enum(['claimed', 'confirmed', 'disputed']);
export type Confirmation = z.infer<typeof confirmation>;

/** Where a claim was read and whether anyone else bears it out. A claim with a source and no state is `claimed`. */
export const provenance = {
  source: z.optional(naming(slug, 'source')).check(z.describe('Id of the source that says so.')),
  state: z
    .optional(confirmation)
    .check(z.describe('Whether anyone but its source bears it out: claimed, confirmed or disputed.')),
  carries: z
    .optional(z.array(claimNumber))
    .check(
      z.describe("Numbers of claims in the author's own list, so that a check can say that none is lost. Never shown."),
    ),
};

/** One line that a source claims. */
export const statement = z.strictObject({
  text: line.check(z.describe('One line that the source claims.')),
  note: z.optional(prose).check(z.describe('What a reader should know before trusting it.')),
  ...provenance,
});
export type Statement = z.infer<typeof statement>;

/**
 * One claim about a company, a role or a technology, with its source. Claims that disagree stand side by side and name
 * each other.
 */
export const fact = z
  .strictObject({
    id: slug.check(z.describe('Short name of the fact.')),
    about: z.enum([
      'company',
      'role',
      'level',
      'loop',
      'compensation',
      'promotion',
      'technology',
      'preparation',
      'source',
    ]),
    text: prose.check(z.describe('The claim, in words of your own.')),
    source: naming(slug, 'source').check(z.describe('Id of the source that says so.')),
    state: confirmation.check(
      z.describe('Whether anyone but its source bears it out: claimed, confirmed or disputed.'),
    ),
    confirmedBy: z
      .optional(z.array(naming(slug, 'source')))
      .check(z.describe('Sources that bear it out; needed when `state` is confirmed.')),
    disagreesWith: z
      .optional(z.array(naming(slug, 'fact')))
      .check(
        z.describe('Facts that say otherwise; needed when `state` is disputed, unless `note` says who disagrees.'),
      ),
    note: z.optional(prose).check(z.describe('What a reader should know before trusting it.')),
    carries: z
      .optional(z.array(claimNumber))
      .check(
        z.describe(
          "Numbers of claims in the author's own list, so that a check can say that none is lost. Never shown.",
        ),
      ),
  })
  .check((context) => {
    const { state, confirmedBy, disagreesWith, note } = context.value;
    if (state === 'confirmed' && !confirmedBy?.length) {
      context.issues.push({
        code: 'custom',
        input: context.value,
        path: ['confirmedBy'],
        message: 'a confirmed fact names the source that confirms it (confirmedBy)',
      });
    }
    if (state === 'disputed' && !disagreesWith?.length && !note) {
      context.issues.push({
        code: 'custom',
        input: context.value,
        path: ['disagreesWith'],
        message: 'a disputed fact names the facts that disagree (disagreesWith) or says who does (note)',
      });
    }
  });
export type Fact = z.infer<typeof fact>;
