import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchemas } from '@rubricate/core/model';
import { extensionFolder } from '../paths.ts';
import { type Schema, table, typeWords } from './schema-table.ts';
import { writeSection } from './write.ts';

// The tables of docs/configuration.md: front matter, rubricate.yaml, the settings and the commands of the extension.

const schemas = jsonSchemas();
for (const [section, schema] of [
  ['front-matter', schemas['answer-front-matter']],
  ['workspace', schemas['workspace-config']],
] as const) {
  const rows = Object.entries((schema as Schema).properties ?? {}).map(([key, value]) => [
    `\`${key}\``,
    valueWords(value),
    value.description ?? '',
  ]);
  writeSection('docs/configuration.md', section, table(['key', 'value', 'meaning'], rows));
}

/** A mapping says what stands behind its keys. */
function valueWords(schema: Schema): string {
  if (schema.anyOf) return schema.anyOf.map(valueWords).join(', or ');
  const { additionalProperties: values } = schema;
  return typeof values === 'object' && schema.type === 'object'
    ? `keys, each with ${typeWords(values)}`
    : typeWords(schema);
}

interface Manifest {
  readonly contributes: {
    readonly configuration: {
      readonly properties: Readonly<Record<string, Schema & { readonly markdownDescription: string }>>;
    };
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when?: string }[]>>;
    readonly colors: readonly { readonly id: string; readonly description: string }[];
  };
}

const read = <T>(name: string): T => JSON.parse(readFileSync(join(extensionFolder, name), 'utf8')) as T;
const { configuration, commands, menus, colors } = read<Manifest>('package.json').contributes;
const strings = read<Readonly<Record<string, string>>>('package.nls.json');
const said = (text: string): string => strings[text.replaceAll('%', '')] ?? text;

writeSection(
  'docs/configuration.md',
  'settings',
  table(
    ['setting', 'value', 'unless set', 'meaning'],
    Object.entries(configuration.properties).map(([key, value]) => [
      `\`${key}\``,
      typeWords(value),
      `\`${String(value.default)}\``,
      said(value.markdownDescription),
    ]),
  ),
);
writeSection(
  'docs/configuration.md',
  'colours',
  table(
    ['colour', 'where'],
    colors.map(({ id, description }) => [`\`${id}\``, said(description)]),
  ),
);
// Those that mean nothing without a row of a view are not in the palette.
const hidden = new Set(
  (menus.commandPalette ?? []).filter(({ when }) => when === 'false').map(({ command }) => command),
);
writeSection(
  'docs/configuration.md',
  'commands',
  table(
    ['in the command palette', 'id, for a key of your own'],
    commands
      .filter(({ command }) => !hidden.has(command))
      .map(({ command, title }) => [`Rubricate: ${said(title)}`, `\`${command}\``]),
  ),
);
