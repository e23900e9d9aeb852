import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { shippedPacks } from '../src/content.ts';

// Writes the door of the published package: a module that loads a compiled pack when it is asked for. Each pack is named in
// an import of its own, so that a bundler finds it.
const out = fileURLToPath(new URL('../out', import.meta.url));
const loaders = shippedPacks.map(
  (id) => `  '${id}': () => import('../dist/${id}.json', { with: { type: 'json' } }),\n`,
);
const code = `/** The ids of the packs, those others build on first. */
export const packIds = ${JSON.stringify(shippedPacks)};

const loaders = {
${loaders.join('')}};

/** Loads one pack. */
export const loadPack = async (id) => {
  const load = Object.hasOwn(loaders, id) ? loaders[id] : undefined;
  if (!load) throw new RangeError(\`There is no pack "\${id}". There are \${packIds.join(', ')}.\`);
  return (await load()).default;
};

/** Loads every pack, those others build on first. */
export const loadPacks = () => Promise.all(packIds.map(loadPack));
`;
const types = `import type { Pack } from '@rubricate/core/model';

/** The ids of the packs, those others build on first. */
export declare const packIds: readonly [${shippedPacks.map((id) => `'${id}'`).join(', ')}];

export type PackId = (typeof packIds)[number];

/** Loads one pack. */
export declare const loadPack: (id: PackId) => Promise<Pack>;

/** Loads every pack, those others build on first. */
export declare const loadPacks: () => Promise<readonly Pack[]>;
`;
mkdirSync(out, { recursive: true });
writeFileSync(join(out, 'index.js'), code);
writeFileSync(join(out, 'index.d.ts'), types);
