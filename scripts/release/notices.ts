import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Of what esbuild tells about its output, the part that says whose code is in it. */
export type Bundled = {
  readonly outputs: Readonly<
    Record<string, { readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>> }>
  >;
};

/** A package whose code is in a bundle. */
export type BundledPackage = {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
};

/** Licences that ask for no more than their text to come along. Another one is a decision for people. */
const allowed = new Set(['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'ISC', 'MIT']);

/** The packages of `node_modules` that gave bytes to any of the bundles, by name. Throws when one may not come along. */
export const bundledPackages = (bundles: readonly Bundled[], cwd: string): readonly BundledPackage[] => {
  const folders = new Set<string>();
  for (const output of bundles.flatMap(({ outputs }) => Object.values(outputs))) {
    for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
      const folder = bytesInOutput > 0 ? packageFolder.exec(input.replaceAll('\\', '/'))?.[0] : undefined;
      if (folder !== undefined) folders.add(resolve(cwd, folder));
    }
  }
  return [...folders].map(readPackage).sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
};

/** Up to the innermost package: pnpm keeps `node_modules/.pnpm/name@1/node_modules/name`. */
const packageFolder = /^.*\/?node_modules\/(?:@[^/]+\/)?[^/]+/;

const readPackage = (folder: string): BundledPackage => {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, unknown>;
  const { name, version, license } = manifest;
  if (typeof name !== 'string' || typeof version !== 'string') throw new Error(`${folder} names no package.`);
  if (typeof license !== 'string' || !allowed.has(license))
    throw new Error(
      `${name} is under ${JSON.stringify(license)}, which is not among the licences that may be bundled.`,
    );
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)\b/i.test(file));
  if (files.length === 0) throw new Error(`${name} is bundled but brings no licence text.`);
  const text = files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n');
  return { name, version, licence: license, text: text.replaceAll('\r\n', '\n') };
};

/** The file that goes with a bundle: each package with its licence. */
export const noticesText = (packages: readonly BundledPackage[]): string => {
  const head = 'Rubricate contains code of the packages below, each under the licence that follows its name.';
  const parts = packages.map(
    ({ name, version, licence, text }) => `${rule}\n${name} ${version} (${licence})\n${rule}\n\n${text}`,
  );
  return `${[head, ...parts].join('\n\n')}\n`;
};

const rule = '-'.repeat(80);

/** The names and licences that a file of notices lists, as `name (licence)`. */
export const listedIn = (notices: string): readonly string[] =>
  [...notices.matchAll(/^-{80}\n(\S+) \S+ \((.+)\)\n-{80}$/gm)].map(([, name, licence]) => `${name} (${licence})`);
