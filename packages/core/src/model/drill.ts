import * as z from 'zod';
import { line, naming, prose, questionId, slug } from './ids.ts';
import { provenance } from './source.ts';

/**
 * Something to inject into an answer: a component that fails, or an assumption that is challenged. It fits an answer that
 * names its component.
 */
export const drill = z.strictObject({
  id: slug.describe('Short name of the drill.'),
  kind: z.enum(['failure', 'challenge']).describe('A component that fails, or an assumption that is challenged.'),
  title: z.string().min(1).max(80).describe('The drill in a few words.'),
  questions: z
    .array(naming(questionId, 'question'))
    .optional()
    .describe('Questions it belongs to; left out: any answer judged by `rubrics`.'),
  rubrics: z.array(naming(slug, 'rubric')).min(1).describe('Rubrics whose answers it fits.'),
  component: z.string().min(1).max(80).describe('The component or assumption in a few words: "the ANN index".'),
  fits: z
    .array(naming(slug, 'concept'))
    .min(1)
    .optional()
    .describe(
      'Concepts of the pack, or of one it builds on; the text must mention one of them. Left out: fits any answer.',
    ),
  inject: prose.describe('What happens, told to the candidate.'),
  asks: z
    .array(line)
    .min(1)
    .max(6)
    .describe(
      'What a good answer covers: impact, detection, degradation, recovery; or, for a challenge, the figure and the choice.',
    ),
  ...provenance,
});
export type Drill = z.infer<typeof drill>;
