import * as z from 'zod';
import { line, prose, questionId, slug } from './ids.ts';
import { provenance } from './source.ts';

/**
 * Something to inject into an answer: a component that fails, or an assumption that is challenged. It fits an answer that
 * names its component.
 */
export const drill = z.strictObject({
  id: slug,
  kind: z.enum(['failure', 'challenge']),
  title: z.string().min(1).max(80),
  /** Questions it belongs to; left out: any answer judged by `rubrics`. */
  questions: z.array(questionId).optional(),
  rubrics: z.array(slug).min(1),
  /** The component or assumption in a few words: "the ANN index". */
  component: z.string().min(1).max(80),
  /** Concepts of the pack, or of one it builds on; the text must mention one of them. Left out: fits any answer. */
  fits: z.array(slug).min(1).optional(),
  /** What happens, told to the candidate. */
  inject: prose,
  /** What a good answer covers: impact, detection, degradation, recovery; or, for a challenge, the figure and the choice. */
  asks: z.array(line).min(1).max(6),
  ...provenance,
});
export type Drill = z.infer<typeof drill>;
