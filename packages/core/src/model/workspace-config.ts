import * as z from 'zod/mini';
import { levelId, naming, slug } from './ids.ts';

/** `rubricate.yaml`: what a workspace prepares for. */
export const workspaceConfig = z.strictObject({
  company: z.optional(naming(slug, 'company')).check(z.describe('The company aimed at, such as pinterest.')),
  role: z.optional(naming(slug, 'role')).check(z.describe('The role aimed at, such as software-engineer.')),
  level: z.optional(naming(levelId, 'level')).check(z.describe('The level aimed at, such as L5.')),
  interview: z.optional(z.iso.date()).check(z.describe('The date of the interview, such as 2027-01-15.')),
  hoursAWeek: z
    .optional(z.number().check(z.minimum(1), z.maximum(80)))
    .check(z.describe('Hours a week there are for preparation.')),
  background: z.optional(naming(slug, 'background')).check(z.describe('Where you come from, such as backend.')),
  packs: z
    .optional(z.array(naming(z.string().check(z.minLength(1), z.maxLength(200)), 'folder')).check(z.maxLength(50)))
    .check(z.describe('Folders of packs of your own, from this file.')),
  rubrics: z
    .optional(
      z.record(
        z.string().check(z.minLength(1), z.maxLength(200)),
        z.array(naming(slug, 'rubric')).check(z.minLength(1)),
      ),
    )
    .check(z.describe('Rubrics by file pattern, for design docs that name no question.')),
});
export type WorkspaceConfig = z.infer<typeof workspaceConfig>;
