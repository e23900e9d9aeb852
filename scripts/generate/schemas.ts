import { jsonSchemas } from '@rubricate/core/model';
import { writeGenerated } from './write.ts';

// The JSON Schemas of what people write by hand: packs, rubricate.yaml and front matter.
for (const [name, schema] of Object.entries(jsonSchemas())) {
  writeGenerated(`docs/schemas/${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`);
}
