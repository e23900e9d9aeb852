import { execFile } from 'node:child_process';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { root } from '../paths.ts';
import type { Finding } from './finding.ts';

const run = promisify(execFile);

/** A package of npm: where it lies here, what it may weigh, and what may be in it. */
type Published = {
  readonly name: string;
  readonly folder: string;
  readonly limitKb: number;
  readonly files: RegExp;
  readonly hasTypes: boolean;
};

const always = 'package\\.json|README\\.md|LICENSE|CHANGELOG\\.md';
const published: readonly Published[] = [
  {
    name: '@rubricate/core',
    folder: 'packages/core',
    limitKb: 600,
    files: new RegExp(`^(?:${always}|dist/[\\w/-]+\\.(?:js|d\\.ts))$`),
    hasTypes: true,
  },
  {
    name: '@rubricate/packs',
    folder: 'packages/packs',
    limitKb: 700,
    files: new RegExp(`^(?:${always}|dist/[\\w-]+\\.json|out/index\\.(?:js|d\\.ts))$`),
    hasTypes: true,
  },
  {
    name: 'rubricate',
    folder: 'apps/cli',
    limitKb: 1_200,
    files: new RegExp(
      `^(?:${always}|bin/rubricate\\.js|dist/(?:rubricate\\.js|chunks/[\\w-]+\\.js|packs/[\\w-]+\\.json|THIRD_PARTY_NOTICES\\.txt))$`,
    ),
    hasTypes: false,
  },
];

/** A package as it would go to the registry. */
export type Tarball = { readonly of: Published; readonly path: string; readonly manifest: Manifest };

type Manifest = {
  readonly name: string;
  readonly version: string;
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly engines?: Readonly<Record<string, string>>;
  readonly license?: string;
  readonly description?: string;
};

/** Packs every package into `folder`, with pnpm, as publishing does. */
export const packAll = async (folder: string): Promise<readonly Tarball[]> => {
  const pnpm = join(root, 'node_modules', 'pnpm', 'bin', 'pnpm.cjs');
  const tarballs: Tarball[] = [];
  for (const of of published) {
    const target = join(folder, of.folder.replaceAll('/', '-'));
    await run(process.execPath, [pnpm, 'pack', '--pack-destination', target], { cwd: join(root, of.folder) });
    const [file] = await readdir(target);
    if (file === undefined) throw new Error(`${of.name} gave no package.`);
    const path = join(target, file);
    const manifest = createPackageFromTarballData(await readFile(path)).readFile(
      `/node_modules/${of.name}/package.json`,
    );
    tarballs.push({ of, path, manifest: JSON.parse(manifest) as Manifest });
  }
  return tarballs;
};

/** What a stranger sees of the package before using it: its files, its weight, its manifest. */
export const contentFindings = async (
  { of, path, manifest }: Tarball,
  version: string,
): Promise<readonly Finding[]> => {
  const findings: Finding[] = [];
  const unpacked = createPackageFromTarballData(await readFile(path));
  const base = `/node_modules/${of.name}/`;
  const files = unpacked.listFiles().map((file) => file.slice(base.length));
  for (const file of files) if (!of.files.test(file)) findings.push(`${file} does not belong in the package.`);
  for (const file of ['README.md', 'LICENSE']) if (!files.includes(file)) findings.push(`${file} is missing.`);
  if (version !== unreleased && !files.includes('CHANGELOG.md')) findings.push('CHANGELOG.md is missing.');
  const kb = (await stat(path)).size / 1000;
  if (kb > of.limitKb) findings.push(`It weighs ${kb.toFixed(0)} KB, more than ${of.limitKb} KB.`);
  if (manifest.version !== version)
    findings.push(`Its version is ${manifest.version}; the others of this release are ${version}.`);
  for (const [name, range] of Object.entries(manifest.dependencies ?? {})) {
    if (/^(?:workspace|catalog|link|file):/.test(range)) findings.push(`It depends on ${name} as "${range}".`);
    if (published.some((other) => other.name === name) && range !== version)
      findings.push(`It depends on ${name} ${range}, not on the one it was made with, ${version}.`);
  }
  for (const key of ['description', 'license', 'engines'] as const)
    if (!manifest[key]) findings.push(`Its manifest has no "${key}".`);
  return findings;
};

/** The version that stands in the repository before the first release. */
export const unreleased = '0.0.0';

/** What publint says, suggestions left out. */
export const publintFindings = async ({ path }: Tarball): Promise<readonly Finding[]> => {
  const file = await readFile(path);
  const tarball = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength);
  const { messages, pkg } = await publint({ pack: { tarball }, level: 'warning' });
  return messages.map((message) => formatMessage(message, pkg, { color: false }) ?? message.code);
};

/**
 * Whether the declarations are found, and tell the truth, in every way of resolving that knows of `exports`. The packages are
 * ESM only, so a CommonJS file has to import them dynamically.
 */
export const typeFindings = async (
  { path, of }: Tarball,
  entrypoints: readonly string[],
): Promise<readonly Finding[]> => {
  if (!of.hasTypes) return [];
  const result = await checkPackage(createPackageFromTarballData(await readFile(path)), {
    entrypoints: [...entrypoints],
  });
  if (!result.types) return ['It has no types.'];
  return result.problems
    .filter((problem) => problem.kind !== 'CJSResolvesToESM')
    .filter((problem) => !('resolutionKind' in problem && problem.resolutionKind === 'node10'))
    .map((problem) => `${problem.kind} ${JSON.stringify(problem)}`);
};
