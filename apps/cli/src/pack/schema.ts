import { nearest } from '@rubricate/core/model';
import answerFrontMatter from '../../schemas/answer-front-matter.schema.json' with { type: 'json' };
import pack from '../../schemas/pack.schema.json' with { type: 'json' };
import workspaceConfig from '../../schemas/workspace-config.schema.json' with { type: 'json' };
import { exitCodes } from '../io.ts';
import type { Printing } from '../print.ts';

/** As they are published, derived from the schemas that check what people write. */
const schemas = { pack, 'workspace-config': workspaceConfig, 'answer-front-matter': answerFrontMatter } as const;
const schemaNames = ['pack', 'workspace-config', 'answer-front-matter'] as const;

/** `rubricate pack schema [NAME]`: a JSON Schema, for editors and for other tools. */
export async function packSchema(name: string, { io }: Printing): Promise<number> {
  const known = schemaNames.find((one) => one === name);
  if (!known) {
    const guess = nearest(name, schemaNames);
    io.error(
      `rubricate: there is no schema "${name}".${guess ? ` Did you mean "${guess}"?` : ''}\nThere are: ${schemaNames.join(', ')}.\n`,
    );
    return exitCodes.trouble;
  }
  await io.out(`${JSON.stringify(schemas[known], undefined, 2)}\n`);
  return exitCodes.reviewed;
}
