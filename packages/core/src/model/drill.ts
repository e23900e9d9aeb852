import * as z from 'zod/mini';
import { phrase, signal } from './evidence.ts';
import { line, naming, prose, questionId, slug } from './ids.ts';
import { provenance } from './source.ts';

/**
 * Something to inject into an answer: a component that fails, or an assumption that is challenged. It fits an answer that
 * names its component.
 */
export const drill = z.strictObject({
  id: slug.check(z.describe('Short name of the drill.')),
  kind: z
    .enum(['failure', 'challenge'])
    .check(z.describe('A component that fails, or an assumption that is challenged.')),
  title: z.string().check(z.minLength(1), z.maxLength(80), z.describe('The drill in a few words.')),
  questions: z
    .optional(z.array(naming(questionId, 'question')))
    .check(z.describe('Questions it belongs to; left out: any answer judged by `rubrics`.')),
  rubrics: z.array(naming(slug, 'rubric')).check(z.minLength(1), z.describe('Rubrics whose answers it fits.')),
  component: z
    .string()
    .check(z.minLength(1), z.maxLength(80), z.describe('The component or assumption in a few words: "the ANN index".')),
  fits: z
    .optional(z.array(naming(slug, 'concept')).check(z.minLength(1)))
    .check(
      z.describe(
        'Concepts of the pack, or of one it builds on, that name the component. The text must mention one of them, or one of `names`.',
      ),
    ),
  names: z
    .optional(z.array(phrase).check(z.minLength(1)))
    .check(
      z.describe(
        'Phrases that name the component in an answer: "{key,code} generator". With neither these nor `fits`, the words of `component` do.',
      ),
    ),
  about: z
    .optional(z.array(phrase).check(z.minLength(1)))
    .check(
      z.describe(
        'Phrases by which a text speaks of this failure and no other: "cache {is,comes back} empty". Left out: naming the component is enough.',
      ),
    ),
  inject: prose.check(z.describe('What happens, told to the candidate.')),
  asks: z
    .array(line)
    .check(
      z.minLength(1),
      z.maxLength(6),
      z.describe(
        'What a good answer covers: impact, detection, degradation, recovery; or, for a challenge, the figure and the choice.',
      ),
    ),
  ...provenance,
});
export type Drill = z.infer<typeof drill>;

/** What an answer to a failure has, in the order it is asked for. */
export const drillPartNames = ['impact', 'detection', 'degradation', 'recovery'] as const;
export type DrillPart = (typeof drillPartNames)[number];

/**
 * By which signs a text shows each part: who notices the failure and how much of it; which number shows it, at which value,
 * to whom; what still works meanwhile, and by what; how it is made whole again, and from what. A pack that gives none takes
 * those of the packs it builds on.
 */
export const drillParts = z.record(z.enum(drillPartNames), signal);
export type DrillParts = z.infer<typeof drillParts>;
