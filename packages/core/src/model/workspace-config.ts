import * as z from 'zod';
import { levelId, naming, slug } from './ids.ts';

/** `rubricate.yaml`: what a workspace prepares for. */
export const workspaceConfig = z.strictObject({
  company: naming(slug, 'company').optional().describe('The company aimed at, such as pinterest.'),
  role: naming(slug, 'role').optional().describe('The role aimed at, such as software-engineer.'),
  level: naming(levelId, 'level').optional().describe('The level aimed at, such as L5.'),
  interview: z.iso.date().optional().describe('The date of the interview, such as 2027-01-15.'),
  hoursAWeek: z.number().min(1).max(80).optional().describe('Hours a week there are for preparation.'),
  background: naming(slug, 'background').optional().describe('Where you come from, such as backend.'),
  packs: z
    .array(z.string().min(1).max(200))
    .max(50)
    .optional()
    .describe('Folders of packs of your own, from this file.'),
  rubrics: z
    .record(z.string().min(1).max(200), z.array(naming(slug, 'rubric')).min(1))
    .optional()
    .describe('Rubrics by file pattern, for design docs that name no question.'),
});
export type WorkspaceConfig = z.infer<typeof workspaceConfig>;
