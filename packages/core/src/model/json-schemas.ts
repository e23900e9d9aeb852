import * as z from 'zod/mini';
import { answerFrontMatter } from './answer-front-matter.ts';
import { pack } from './pack.ts';
import { workspaceConfig } from './workspace-config.ts';

/** The JSON Schemas of what people write by hand, derived from the schemas that check it. */
export function jsonSchemas(): Readonly<Record<'pack' | 'workspace-config' | 'answer-front-matter', object>> {
  const derive = (title: string, schema: z.ZodMiniType): object => ({
    ...z.toJSONSchema(schema, { io: 'input' }),
    title,
  });
  return {
    // Each file of a pack holds some of its keys.
    pack: derive('A Rubricate pack, or a part of one', z.partial(pack)),
    'workspace-config': derive('rubricate.yaml: what a workspace prepares for', workspaceConfig),
    'answer-front-matter': derive("An answer's front matter", answerFrontMatter),
  };
}
