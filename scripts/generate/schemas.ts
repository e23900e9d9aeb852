import { offerJsonSchema } from '@rubricate/core/labs/offer';
import { jsonSchemas } from '@rubricate/core/model';
import { eventJsonSchema } from '@rubricate/core/practice';
import { writeGenerated } from './write.ts';

/** Who ships which: the extension's completion and hovers read them, the command prints them. */
const shippedBy = {
  'apps/vscode': new Set(['pack', 'workspace-config', 'offer']),
  'apps/cli': new Set(['pack', 'workspace-config', 'answer-front-matter']),
};

// The JSON Schemas of what people write by hand (packs, rubricate.yaml, front matter and offers) and of what is recorded.
const schemas = { ...jsonSchemas(), offer: offerJsonSchema(), 'journal-event': eventJsonSchema() };
for (const [name, schema] of Object.entries(schemas)) {
  const text = `${JSON.stringify(schema, null, 2)}\n`;
  writeGenerated(`docs/schemas/${name}.schema.json`, text);
  for (const [app, shipped] of Object.entries(shippedBy))
    if (shipped.has(name)) writeGenerated(`${app}/schemas/${name}.schema.json`, text);
}
