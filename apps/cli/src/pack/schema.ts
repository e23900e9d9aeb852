import { jsonSchemas, nearest } from '@rubricate/core/model';
import { exitCodes } from '../io.ts';
import type { Printing } from '../print.ts';

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
  await io.out(`${JSON.stringify(jsonSchemas()[known], undefined, 2)}\n`);
  return exitCodes.reviewed;
}
