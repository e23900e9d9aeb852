import { offerJsonSchema } from '@rubricate/core/labs/offer';
import { jsonSchemas } from '@rubricate/core/model';
import { eventJsonSchema } from '@rubricate/core/practice';
import { writeGenerated } from './write.ts';

/** Those the extension ships: its own completion and hovers read them, and so do editors' YAML extensions. */
const shipped = new Set(['pack', 'workspace-config', 'offer']);

// The JSON Schemas of what people write by hand (packs, rubricate.yaml, front matter and offers) and of what is recorded.
const schemas = { ...jsonSchemas(), offer: offerJsonSchema(), 'journal-event': eventJsonSchema() };
for (const [name, schema] of Object.entries(schemas)) {
  const text = `${JSON.stringify(schema, null, 2)}\n`;
  writeGenerated(`docs/schemas/${name}.schema.json`, text);
  if (shipped.has(name)) writeGenerated(`apps/vscode/schemas/${name}.schema.json`, text);
}
