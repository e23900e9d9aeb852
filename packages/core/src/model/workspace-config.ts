import * as z from 'zod';
import { levelId, slug } from './ids.ts';

/** `rubricate.yaml`: what a workspace prepares for. */
export const workspaceConfig = z.strictObject({
  company: slug.optional().describe('The company aimed at, such as pinterest.'),
  role: slug.optional().describe('The role aimed at, such as software-engineer.'),
  level: levelId.optional().describe('The level aimed at, such as L5.'),
  interview: z.iso.date().optional().describe('The date of the interview, such as 2027-01-15.'),
  hoursAWeek: z.number().min(1).max(80).optional().describe('Hours a week there are for preparation.'),
  background: slug.optional().describe('Where you come from, such as backend.'),
  packs: z
    .array(z.string().min(1).max(200))
    .max(50)
    .optional()
    .describe('Folders of packs of your own, from this file.'),
  rubrics: z
    .record(z.string().min(1).max(200), z.array(slug).min(1))
    .optional()
    .describe('Rubrics by file pattern, for design docs that name no question.'),
});
export type WorkspaceConfig = z.infer<typeof workspaceConfig>;
