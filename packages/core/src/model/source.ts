import * as z from 'zod';
import { claimNumber, line, prose, slug } from './ids.ts';

/** Where something was read. An address or a date that is not known is left out, never guessed. */
export const source = z.strictObject({
  id: slug,
  title: line,
  publisher: line,
  /** `2026-06-01`, `2026`, or `undated`. */
  date: z.union([z.literal('undated'), z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/)]),
  kind: z.enum(['article', 'paper', 'documentation', 'blog', 'code', 'news', 'own']),
  url: z.url().optional(),
  /** What the publisher sells to the reader of this source, if anything. */
  sells: line.optional(),
  /** How far it can be trusted: anonymous, a mirror, illustrative figures. */
  note: prose.optional(),
});
export type Source = z.infer<typeof source>;

/** Whether anyone but its source bears a fact out. */
export const confirmation = z.enum(['claimed', 'confirmed', 'disputed']);
export type Confirmation = z.infer<typeof confirmation>;

/** Where a claim was read and whether anyone else bears it out. A claim with a source and no state is `claimed`. */
export const provenance = {
  source: slug.optional(),
  state: confirmation.optional(),
  carries: z.array(claimNumber).optional(),
};

/** One line that a source claims. */
export const statement = z.strictObject({
  text: line,
  note: prose.optional(),
  ...provenance,
});
export type Statement = z.infer<typeof statement>;

/**
 * One claim about a company, a role or a technology, with its source. Claims that disagree stand side by side and name
 * each other.
 */
export const fact = z
  .strictObject({
    id: slug,
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
    text: prose,
    source: slug,
    state: confirmation,
    /** Sources that bear it out; needed when `state` is confirmed. */
    confirmedBy: z.array(slug).optional(),
    /** Facts that say otherwise; needed when `state` is disputed, unless `note` says who disagrees. */
    disagreesWith: z.array(slug).optional(),
    note: prose.optional(),
    carries: z.array(claimNumber).optional(),
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
