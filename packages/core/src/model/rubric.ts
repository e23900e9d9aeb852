import * as z from 'zod';
import { bar, line, prose, slug } from './ids.ts';
import { provenance } from './source.ts';

export const dimension = z.strictObject({ id: slug, title: line });
export type Dimension = z.infer<typeof dimension>;

/** One thing an answer must show. How it is recognised is a rule (see `rules` of the pack). */
export const criterion = z.strictObject({
  id: slug,
  dimension: slug,
  /** The lowest bar at which it is expected; below, it counts as a plus. */
  from: bar,
  title: z.string().min(1).max(60),
  /** One line that names the missing sentence. */
  hint: z.string().min(1).max(160),
  why: prose,
  /** What it looks like at each bar. */
  bars: z.strictObject({ mid: line, senior: line, staff: line }),
  /** What earns met and partial, for people. */
  earns: z.strictObject({ met: line, partial: line }),
  weak: line,
  strong: line,
  /** Headings under which it belongs, most fitting first; for the hint's place and its quick fix. */
  belongs: z.array(z.string().min(1).max(60)).min(1),
  /** A sentence frame to insert, in VS Code snippet syntax. */
  frame: z.string().min(1).max(600).optional(),
  ...provenance,
});
export type Criterion = z.infer<typeof criterion>;

/** One thing an answer must not do. */
export const pitfall = z.strictObject({
  id: slug,
  title: z.string().min(1).max(60),
  when: line,
  hint: z.string().min(1).max(160),
  why: prose,
  /** A pitfall of absence waits until the text is finished. */
  absence: z.boolean().optional(),
  weak: line,
  strong: line,
  ...provenance,
});
export type Pitfall = z.infer<typeof pitfall>;

/** What is judged. A rubric that extends another adds to it; an answer to it is judged by both. */
export const rubric = z.strictObject({
  id: slug,
  title: line,
  about: prose,
  extends: slug.optional(),
  dimensions: z.array(dimension).optional(),
  criteria: z.array(criterion),
  pitfalls: z.array(pitfall).optional(),
});
export type Rubric = z.infer<typeof rubric>;

/** How a pack's role judges a criterion or pitfall of a shared rubric otherwise. */
export const override = z.strictObject({
  /** 0 switches it off; a negative weight turns its sign. */
  weight: z.number().min(-5).max(5),
  why: prose,
  ...provenance,
});
export type Override = z.infer<typeof override>;
