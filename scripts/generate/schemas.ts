import { jsonSchemas } from '@rubricate/core/model';
import { writeGenerated } from './write.ts';

/** Those the extension ships: its own completion and hovers read them, and so do editors' YAML extensions. */
const shipped = new Set(['pack', 'workspace-config']);

// The JSON Schemas of what people write by hand: packs, rubricate.yaml and front matter.
for (const [name, schema] of Object.entries(jsonSchemas())) {
  const text = `${JSON.stringify(schema, null, 2)}\n`;
  writeGenerated(`docs/schemas/${name}.schema.json`, text);
  if (shipped.has(name)) writeGenerated(`apps/vscode/schemas/${name}.schema.json`, text);
}
